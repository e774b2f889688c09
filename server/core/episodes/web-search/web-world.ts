import type { CallResult } from '@/server/core/environments/call-result'
import type { ToolContext } from '@/server/core/environments/domain'
import type { Registry } from '@/server/core/environments/registry'
import type { ToolCall } from '@/server/core/environments/shared/call'
import { str } from '@/server/core/environments/shared/text'
import { dict, type PyDict } from '@/server/core/environments/shared/values'
import { answerValue } from '@/server/core/environments/web-search/answer-value'
import { requestText, type WebRequest } from '@/server/core/environments/web-search/web-request'
import { World } from '@/server/core/environments/world'
import { webDomain } from '@/server/core/tasks/web-benchmark'
import type { Web } from './web'

/** No tool looks at the date or at a table. */
const context: ToolContext = { today: { year: 2025, month: 1, day: 1 } }
const load = { longContext: false, tables: new Map() } as const

/**
 * The web of one episode. A call that needs what is not known yet says so; that is asked for, and the call is carried
 * out with the answer. What is known is not asked again, so a call that is repeated has the same result.
 */
export class WebWorld {
  private readonly known: PyDict = new Map()

  constructor(
    private readonly registry: Registry,
    private readonly web: Web,
    private readonly showsSnippets: boolean,
  ) {}

  async execute(call: ToolCall, signal: AbortSignal): Promise<CallResult> {
    const result = this.attempt(call)
    const request = missingRequest(result)
    if (request === null) return result
    this.known.set(requestText(request), answerValue(await this.web.ask(request, signal)))
    return this.attempt(call)
  }

  private attempt(call: ToolCall): CallResult {
    const own = dict({ show_snippet: this.showsSnippets, answers: this.known })
    return World.load(this.registry, [webDomain], dict({ [webDomain]: own }), load, context).execute(call)
  }
}

/** What has to be asked before the call can be carried out; null: nothing. */
function missingRequest({ error }: CallResult): WebRequest | null {
  const text = (name: string): string => str(error?.values[name] ?? '')
  if (error?.code === 'search_not_asked') return { kind: 'search', keywords: text('keywords'), region: text('region') }
  return error?.code === 'page_not_asked' ? { kind: 'page', url: text('url') } : null
}
