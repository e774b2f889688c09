import OpenAI, { APIConnectionError, APIError } from 'openai'
import type {
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions'
import type { ChatReply, ChatRequest } from '@/server/core/chat/chat-model'
import { EndpointError, errorOfRefusal } from '@/server/core/chat/endpoint-error'
import type { EndpointSettings } from '@/server/core/chat/endpoint-settings'
import type { ChatMessage } from '@/server/core/episodes/chat'
import { collectStream } from './collect-stream'
import { replyOf } from './completion-reply'

/** A reply with what its server counted; null: it did not say. */
export interface CountedReply {
  readonly reply: ChatReply
  readonly promptTokens: number | null
  readonly completionTokens: number | null
}

type Params = Omit<ChatCompletionCreateParamsNonStreaming, 'stream'>

/** Sends single requests to one endpoint; whether and when to send them again is for others to decide. */
export class ChatClient {
  private readonly openai: OpenAI
  private streams: boolean
  private tokenLimit: 'max_tokens' | 'max_completion_tokens' = 'max_tokens'

  constructor(
    private readonly settings: EndpointSettings,
    key: string | null,
  ) {
    this.streams = settings.streaming
    this.openai = new OpenAI({
      // servers without keys want none; the client insists on one
      apiKey: key ?? 'none',
      baseURL: settings.baseUrl,
      organization: null,
      project: null,
      maxRetries: 0,
      timeout: settings.timeoutSeconds * 1000,
      logLevel: 'off',
    })
  }

  /** Whether the server has turned out to answer as a stream only. */
  get isStreaming(): boolean {
    return this.streams
  }

  /** One request. Throws an `EndpointError`, or the signal's reason when that ended it. */
  async send(request: ChatRequest, seed: number, signal: AbortSignal): Promise<CountedReply> {
    try {
      return await this.guarded(signal, (inTime) => this.complete(this.params(request, seed), inTime))
    } catch (error) {
      if (!(error instanceof EndpointError) || !this.adapts(error)) throw error
      return await this.guarded(signal, (inTime) => this.complete(this.params(request, seed), inTime))
    }
  }

  /** Names of the models that the server lists. Throws like `send`. */
  models(signal: AbortSignal): Promise<string[]> {
    return this.guarded(signal, async (inTime) => {
      const page = await this.openai.models.list({ signal: inTime })
      return (page.data ?? []).map(({ id }) => id)
    })
  }

  /** Servers differ in two things that their refusals name. */
  private adapts({ failure, message }: EndpointError): boolean {
    if (failure !== 'request' && failure !== 'malformed') return false
    if (!this.streams && /stream/i.test(message)) {
      this.streams = true
      return true
    }
    if (this.tokenLimit === 'max_tokens' && message.includes('max_completion_tokens')) {
      this.tokenLimit = 'max_completion_tokens'
      return true
    }
    return false
  }

  private params({ messages, tools }: ChatRequest, seed: number): Params {
    const { model, temperature, maxTokens } = this.settings
    return {
      model,
      messages: messages.map(wireMessage),
      seed,
      ...(temperature === null ? {} : { temperature }),
      ...(maxTokens === null ? {} : { [this.tokenLimit]: maxTokens }),
      ...(tools.length === 0 ? {} : { tools: tools.map(wireTool) }),
    }
  }

  private async complete(params: Params, signal: AbortSignal): Promise<CountedReply> {
    const completions = this.openai.chat.completions
    if (!this.streams) return replyOf(await completions.create(params, { signal }))
    const options = { include_usage: true }
    return collectStream(await completions.create({ ...params, stream: true, stream_options: options }, { signal }))
  }

  /** The client's own time-out ends with the headers; ours covers the answer. */
  private async guarded<T>(signal: AbortSignal, work: (inTime: AbortSignal) => Promise<T>): Promise<T> {
    const { timeoutSeconds } = this.settings
    const limit = AbortSignal.timeout(timeoutSeconds * 1000)
    try {
      return await work(AbortSignal.any([signal, limit]))
    } catch (error) {
      signal.throwIfAborted()
      if (limit.aborted) throw new EndpointError('timeout', `no answer within ${timeoutSeconds} s`)
      throw endpointErrorOf(error)
    }
  }
}

const wireTool = (tool: ChatRequest['tools'][number]) => ({
  type: 'function' as const,
  function: { ...tool.function, parameters: objectOf(tool.function.parameters) },
})

/** Parameters are a JSON Schema of an object. */
const objectOf = (schema: unknown): Record<string, unknown> =>
  typeof schema === 'object' && schema !== null ? { ...schema } : {}

function wireMessage({ role, content, toolCalls, toolCallId }: ChatMessage): ChatCompletionMessageParam {
  if (role === 'tool') return { role, content, tool_call_id: toolCallId ?? '' }
  if (role !== 'assistant' || toolCalls === undefined) return { role, content }
  const calls = toolCalls.map((call) => ({
    id: call.id,
    type: 'function' as const,
    function: { name: call.name, arguments: call.arguments },
  }))
  return { role, content: content === '' ? null : content, tool_calls: calls }
}

function endpointErrorOf(error: unknown): EndpointError {
  if (error instanceof EndpointError) return error
  if (error instanceof APIConnectionError || !(error instanceof APIError) || error.status === undefined)
    return new EndpointError(error instanceof SyntaxError ? 'malformed' : 'connection', connectionText(error))
  const header = (name: string): string | null => error.headers?.get(name) ?? null
  return errorOfRefusal(
    {
      status: error.status,
      // the client puts the status in front
      message: error.message.replace(/^\d{3} /, '').slice(0, 500),
      code: error.code ?? null,
      retryAfterMs: header('retry-after-ms'),
      retryAfter: header('retry-after'),
    },
    Date.now(),
  )
}

/** The innermost cause says what happened: ECONNREFUSED, not "Connection error". */
function connectionText(error: unknown): string {
  let innermost = error
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause
  const message = innermost instanceof Error ? innermost.message : String(innermost)
  return error instanceof SyntaxError ? `the answer is no JSON (${message})` : `the connection failed (${message})`
}
