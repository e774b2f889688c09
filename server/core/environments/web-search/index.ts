import { defineDomain } from '../define-tool'
import { errors } from './errors'
import { fetchUrlContent } from './fetch-tool'
import { searchEngineQuery } from './search-tool'
import { clone, differences, encode, load, values, type WebState } from './state'

/**
 * A search engine and a way to read pages. The domain itself asks nobody: it answers from what its scenario knows of
 * the web. Source of names, parameters and error texts: the benchmark's WebSearchAPI.
 */
export const webSearch = defineDomain<WebState>({
  name: 'WebSearchAPI',
  title: 'Web search',
  tools: [searchEngineQuery, fetchUrlContent],
  errors,
  load,
  clone,
  differences,
  encode,
  values,
})
