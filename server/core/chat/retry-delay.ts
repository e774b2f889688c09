import type { EndpointError } from './endpoint-error'

/** When a request that failed is sent again. */
export interface RetryPolicy {
  /** Of one request, the first included. */
  readonly attempts: number
  readonly firstWaitMs: number
  readonly longestWaitMs: number
  /** A server that wants to be left alone for longer is given up. */
  readonly mostPatienceMs: number
}

export const usualRetries: RetryPolicy = {
  attempts: 7,
  firstWaitMs: 500,
  longestWaitMs: 30_000,
  mostPatienceMs: 120_000,
}

/**
 * How long to wait before the next attempt; null: give up. What the server asked for counts, else the wait doubles.
 * @param attempt attempts so far, from 1
 * @param chance 0–1: requests that failed together shall not come back together
 */
export function retryDelay(error: EndpointError, attempt: number, chance: number, policy: RetryPolicy): number | null {
  if (!error.passes || attempt >= policy.attempts) return null
  if (error.retryAfterMs !== null) return error.retryAfterMs <= policy.mostPatienceMs ? error.retryAfterMs : null
  const wait = Math.min(policy.longestWaitMs, policy.firstWaitMs * 2 ** (attempt - 1))
  return wait * (0.75 + 0.5 * chance)
}
