import { describe, expect, it } from 'vitest'
import { evaluationEnd } from './evaluation-work'

const open = { done: 3, total: 10, reason: 'HTTP 500: no' }

describe('the end of an evaluation', () => {
  it('is finished when everything was played, whatever came between', () =>
    expect(evaluationEnd({ ...open, done: 10 }, 'cancelled', null)).toMatchObject({ run: 'finished', reason: null }))

  it('says what is open after it was cancelled, and goes on elsewhere after a shutdown', () => {
    expect(evaluationEnd(open, 'cancelled', null)).toEqual({
      ...{ attempt: 'stopped', run: 'stopped' },
      reason: 'Cancelled: 7 of 10 plays are open. Resume goes on with them.',
    })
    expect(evaluationEnd(open, 'shut down', null)).toMatchObject({ attempt: 'interrupted', run: 'queued' })
  })

  it('gives the reason for which the endpoint was given up, else that of an open play', () => {
    expect(evaluationEnd(open, null, 'HTTP 401: key').reason).toContain('7 of 10 plays are open: HTTP 401: key.')
    expect(evaluationEnd({ ...open, done: 9 }, null, null).reason).toContain('1 of 10 plays is open: HTTP 500: no.')
  })
})
