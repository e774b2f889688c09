import { describe, expect, it } from 'vitest'
import { EndpointError, errorOfRefusal, type HttpRefusal } from './endpoint-error'
import { retryDelay, usualRetries } from './retry-delay'
import { costOf } from './usage'

const now = Date.parse('2026-03-01T12:00:00Z')
const refusal = (more: Partial<HttpRefusal>): HttpRefusal => ({
  ...{ status: 500, message: 'no', code: null, retryAfterMs: null, retryAfter: null },
  ...more,
})
const failure = (more: Partial<HttpRefusal>) => errorOfRefusal(refusal(more), now).failure

describe('a refusal of a server', () => {
  it('is told apart by what a second try could do', () => {
    expect([429, 500, 503, 408].map((status) => failure({ status }))).toEqual(['busy', 'server', 'server', 'server'])
    expect([401, 403, 404].map((status) => failure({ status }))).toEqual(['refused', 'refused', 'refused'])
    expect(failure({ status: 429, code: 'insufficient_quota' })).toBe('refused')
    expect(failure({ status: 400, message: 'unknown field' })).toBe('request')
  })

  it('is a conversation that is too long in the words of several servers', () => {
    const words = [
      "This model's maximum context length is 4096 tokens.",
      'the request exceeds the available context size',
      'prompt is too long: 5000 tokens',
    ]
    expect(words.map((message) => failure({ status: 400, message }))).toEqual(['context', 'context', 'context'])
    expect(failure({ status: 400, code: 'context_length_exceeded' })).toBe('context')
  })

  it('says when to come back in milliseconds, seconds or as a date', () => {
    const wait = (more: Partial<HttpRefusal>) => errorOfRefusal(refusal({ status: 429, ...more }), now).retryAfterMs
    expect(wait({ retryAfterMs: '250', retryAfter: '9' })).toBe(250)
    expect(wait({ retryAfter: '2' })).toBe(2000)
    expect(wait({ retryAfter: 'Sun, 01 Mar 2026 12:00:30 GMT' })).toBe(30_000)
    expect(wait({ retryAfter: 'Sun, 01 Mar 2026 11:00:00 GMT' })).toBe(0)
    expect([wait({ retryAfter: 'soon' }), wait({}), wait({ retryAfter: '' })]).toEqual([null, null, null])
  })
})

describe('the wait before another try', () => {
  const failing = new EndpointError('server', 'no')
  const delay = (error: EndpointError, attempt: number, chance = 0.5) =>
    retryDelay(error, attempt, chance, usualRetries)

  it('doubles up to its limit, spread around it by chance', () => {
    expect([1, 2, 3, 4].map((attempt) => delay(failing, attempt))).toEqual([500, 1000, 2000, 4000])
    expect(retryDelay(failing, 20, 0.5, { ...usualRetries, attempts: 99 })).toBe(usualRetries.longestWaitMs)
    expect([delay(failing, 1, 0), delay(failing, 1, 1)]).toEqual([375, 625])
  })

  it('is what the server asked for, unless that is too long', () => {
    expect(delay(new EndpointError('busy', 'no', 7000), 1)).toBe(7000)
    expect(delay(new EndpointError('busy', 'no', usualRetries.mostPatienceMs + 1), 1)).toBeNull()
  })

  it('is none after the last attempt, and for what a second try cannot change', () => {
    expect(delay(failing, usualRetries.attempts)).toBeNull()
    for (const kind of ['refused', 'request', 'context'] as const)
      expect(delay(new EndpointError(kind, 'no'), 1)).toBeNull()
  })
})

describe('the cost', () => {
  it('is that of the tokens in and out, and unknown without a price', () => {
    const tokens = { promptTokens: 2_000_000, completionTokens: 500_000 }
    expect(costOf(tokens, { inputPrice: 0.5, outputPrice: 4 })).toBe(3)
    expect(costOf(tokens, { inputPrice: 0.5, outputPrice: null })).toBeNull()
  })
})
