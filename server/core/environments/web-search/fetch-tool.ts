import { argument, defineTool } from '../define-tool'
import { attributeError } from '../shared/python-errors'
import { str } from '../shared/text'
import { fail } from '../shared/tool-error'
import { dict } from '../shared/values'
import { markdownOf } from './html/markdown'
import { plainTextOf } from './html/plain-text'
import type { WebState } from './state'
import { requestText } from './web-request'

const modes: ReadonlyMap<string, (page: string) => string> = new Map([
  ['raw', (page) => page],
  ['markdown', markdownOf],
  ['truncate', plainTextOf],
])

/** A page as it came, as Markdown, or as its words alone. */
export const fetchUrlContent = defineTool<WebState>(
  'fetch_url_content',
  'read',
  ['url', ['mode', 'raw']],
  (state, args) => {
    const [url, mode] = [argument(args, 0), argument(args, 1)]
    if (typeof url !== 'string') throw attributeError(url, 'startswith')
    if (!/^https?:\/\//.test(url)) return fail('invalid_url', { url })
    const read = modes.get(str(mode))
    if (read === undefined) return fail('unsupported_mode', { url, mode })
    const answer = state.answers.get(requestText({ kind: 'page', url }))
    if (answer === undefined) return fail('page_not_asked', { url })
    if (answer.kind === 'page') return dict({ content: read(answer.text) })
    return fail('page_failed', { url, reason: answer.kind === 'failed' ? answer.reason : 'no page was recorded' })
  },
)
