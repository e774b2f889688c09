import { describe, expect, it } from 'vitest'
import { evaluationFailed } from './evaluation-failed'

const trained = { status: 'done', evaluates: null }

describe('a final evaluation that may be repeated', () => {
  it.each(['failed', 'lost'])('is one whose newest attempt is %s', (status) =>
    expect(evaluationFailed({ status: 'finished', attempts: [trained, { status, evaluates: 'final' }] })).toBe(true),
  )

  it.each([
    ['was done', { status: 'finished', attempts: [trained, { status: 'done', evaluates: 'final' }] }],
    ['is tried again', { status: 'evaluating', attempts: [{ status: 'lost', evaluates: 'final' }] }],
    ['was not asked for', { status: 'finished', attempts: [trained] }],
    ['is to come', { status: 'queued', attempts: [] }],
  ])('is not one that %s', (_, run) => expect(evaluationFailed(run)).toBe(false))
})
