/**
 * What kept an endpoint from answering.
 * `refused`: the key, the address or the model is wrong, nothing else will work either; `request`: it does not take this
 * request; `context`: the conversation is too long for the model; the others pass, perhaps.
 */
export type EndpointFailure =
  | 'busy'
  | 'server'
  | 'connection'
  | 'timeout'
  | 'malformed'
  | 'refused'
  | 'request'
  | 'context'

/** A failure of an endpoint: the episode is invalid, never wrong. */
export class EndpointError extends Error {
  constructor(
    readonly failure: EndpointFailure,
    message: string,
    /** How long the server wants to be left alone; null: it did not say. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message)
    this.name = 'EndpointError'
  }

  /** Whether the same request can succeed a little later. */
  get passes(): boolean {
    return this.failure !== 'refused' && this.failure !== 'request' && this.failure !== 'context'
  }
}

/** What a server's refusal says, as its HTTP answer has it. */
export interface HttpRefusal {
  readonly status: number
  readonly message: string
  readonly code: string | null
  /** The headers `retry-after-ms` and `retry-after`. */
  readonly retryAfterMs: string | null
  readonly retryAfter: string | null
}

/** @param now milliseconds since the epoch: a server may name the time at which it wants to be asked again */
export function errorOfRefusal(refusal: HttpRefusal, now: number): EndpointError {
  const { status, message } = refusal
  return new EndpointError(failureOf(refusal), `HTTP ${status}: ${message}`, waitOf(refusal, now))
}

const tooLong =
  /context (length|window|size)|maximum context|too many tokens|prompt is too long|exceeds? the available context/i

function failureOf({ status, message, code }: HttpRefusal): EndpointFailure {
  if (code === 'context_length_exceeded') return 'context'
  if (status === 400 || status === 413 || status === 422) return tooLong.test(message) ? 'context' : 'request'
  if (code === 'insufficient_quota') return 'refused'
  if (status === 429) return 'busy'
  if (status === 408 || status === 409 || status >= 500) return 'server'
  return 'refused'
}

/** Milliseconds, seconds or a date. */
function waitOf({ retryAfterMs, retryAfter }: HttpRefusal, now: number): number | null {
  const milliseconds = Number.parseFloat(retryAfterMs ?? '')
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds)
  if (retryAfter === null || retryAfter.trim() === '') return null
  const seconds = Number(retryAfter)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const at = Date.parse(retryAfter)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
