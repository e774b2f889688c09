import type { ReachableErrors } from '../reachable-error'
import { requestText, type WebRequest } from './web-request'

const url = 'https://example.com/'
const search: WebRequest = { kind: 'search', keywords: 'tea', region: 'wt-wt' }
const knowing = (request: WebRequest, answer: object): string =>
  JSON.stringify({ answers: { [requestText(request)]: answer } })

/** A way to each error code of WebSearchAPI. */
export const reachableErrors: ReachableErrors = {
  search_not_asked: { calls: ["search_engine_query(keywords='tea')"] },
  page_not_asked: { calls: [`fetch_url_content(url='${url}')`] },
  no_results: { scenario: knowing(search, { results: [] }), calls: ["search_engine_query(keywords='tea')"] },
  invalid_url: { calls: ["fetch_url_content(url='example.com')"] },
  unsupported_mode: { calls: [`fetch_url_content(url='${url}', mode='pdf')`] },
  page_failed: {
    scenario: knowing({ kind: 'page', url }, { failed: `404 Client Error: Not Found for url: ${url}` }),
    calls: [`fetch_url_content(url='${url}')`],
  },
}
