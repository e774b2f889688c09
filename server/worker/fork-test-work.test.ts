import { describe, expect, it } from 'vitest'
import { forkTestEnd } from './fork-test-work'

const open = { total: 10, done: 3, skipped: 1, reason: 'HTTP 500: no' }

describe('the end of a fork test', () => {
  it('is finished when every fork was played or cannot be, whatever came between', () =>
    expect(forkTestEnd({ ...open, done: 9 }, 'cancelled', null)).toEqual({ status: 'finished', reason: null }))

  it('has failed when no failing call could be played on from', () =>
    expect(forkTestEnd({ ...open, done: 0, skipped: 10 }, null, null)).toMatchObject({ status: 'failed' }))

  it('says what is open after it was cancelled, and goes on elsewhere after a shutdown', () => {
    expect(forkTestEnd(open, 'cancelled', null)).toEqual({
      status: 'stopped',
      reason: 'Cancelled: 6 of 10 forks are open. Resume goes on with them.',
    })
    expect(forkTestEnd(open, 'shut down', null)).toMatchObject({ status: 'queued' })
  })

  it('gives the reason for which the endpoint was given up, else that of an open fork', () => {
    expect(forkTestEnd(open, null, 'HTTP 401: key').reason).toContain('6 of 10 forks are open: HTTP 401: key.')
    expect(forkTestEnd({ ...open, done: 8 }, null, null).reason).toContain('1 of 10 forks is open: HTTP 500: no.')
  })
})
