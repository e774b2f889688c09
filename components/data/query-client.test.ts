import { environmentManager, QueryObserver } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askAgainMs, askingAgain } from './asking-again'
import { newQueryClient } from './query-client'

const answered = (httpStatus: number) =>
  TRPCClientError.from({ error: { message: 'no', code: -32000, data: { httpStatus } } })
const disconnected = () => TRPCClientError.from(new TypeError('Failed to fetch'))

beforeEach(() => {
  vi.useFakeTimers()
  environmentManager.setIsServer(() => false)
})
afterEach(() => {
  vi.useRealTimers()
  environmentManager.setIsServer(() => true)
})

/** How often a question was asked by the time that it could have been asked again three times. */
async function timesAsked(queryFn: () => Promise<string>, own = {}): Promise<number> {
  const asked = vi.fn(queryFn)
  const client = newQueryClient()
  const stop = new QueryObserver(client, { queryKey: ['question'], queryFn: asked, ...own }).subscribe(() => {})
  await vi.advanceTimersByTimeAsync(3.5 * askAgainMs)
  stop()
  client.clear()
  return asked.mock.calls.length
}

describe('a question whose answer is a failure', () => {
  it.each([
    ['the network', disconnected()],
    ['a server that failed', answered(500)],
    ['a database that is away', answered(503)],
    ['a server that is asked too much', answered(429)],
    ['what is no answer of ours', new Error('Unexpected token <')],
  ])('is asked again where it may pass: %s', async (_, failure) => {
    expect(await timesAsked(() => Promise.reject(failure))).toBe(4)
  })

  it.each([
    ['not found', 404],
    ['not understood', 400],
    ['not allowed', 403],
    ['in conflict', 409],
  ])('is not asked again where asking changes nothing: %s', async (_, status) => {
    expect(await timesAsked(() => Promise.reject(answered(status)))).toBe(1)
  })

  it('is asked until it is answered, and no more', async () => {
    let left = 2
    const ask = () => (left-- > 0 ? Promise.reject(disconnected()) : Promise.resolve('answer'))
    expect(await timesAsked(ask)).toBe(3)
  })

  it('is asked again in the same way where the question has an interval of its own', async () => {
    const rarely = { refetchInterval: askingAgain(10 * askAgainMs) }
    expect(await timesAsked(() => Promise.reject(disconnected()), rarely)).toBe(4)
    const often = { refetchInterval: askingAgain(() => askAgainMs / 3) }
    expect(await timesAsked(() => Promise.reject(answered(404)), often)).toBe(1)
    expect(await timesAsked(() => Promise.resolve('answer'), often)).toBe(11)
  })
})
