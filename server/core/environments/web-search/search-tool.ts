import { argument, defineTool } from '../define-tool'
import { sliceTo } from '../shared/slice'
import { str } from '../shared/text'
import { fail } from '../shared/tool-error'
import { dict } from '../shared/values'
import type { WebState } from './state'
import { requestText } from './web-request'

/** The results of a search, at most so many; the snippets are what one of the benchmark's two variants leaves out. */
export const searchEngineQuery = defineTool<WebState>(
  'search_engine_query',
  'read',
  ['keywords', ['max_results', 10], ['region', 'wt-wt']],
  (state, args) => {
    const [keywords, region] = [str(argument(args, 0)), str(argument(args, 2))]
    const answer = state.answers.get(requestText({ kind: 'search', keywords, region }))
    if (answer === undefined) return fail('search_not_asked', { keywords, region })
    const results = answer.kind === 'results' ? answer.results : []
    if (results.length === 0) return fail('no_results', { keywords, region })
    return sliceTo(results, argument(args, 1)).map(({ title, href, body }) =>
      dict(state.show_snippet ? { title, href, body } : { title, href }),
    )
  },
)
