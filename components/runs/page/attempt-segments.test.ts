import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptSegments } from './attempt-segments'

describe('the attempts of a run as segments', () => {
  it('end where the next one went on', () => {
    const attempts = [
      { startStep: 0, supersededAfter: 30 },
      { startStep: 30, supersededAfter: null },
    ]
    expect(attemptSegments(attempts, 47)).toEqual([
      { from: 0, to: 30 },
      { from: 30, to: 47 },
    ])
  })

  it('are empty where a later attempt began before them', () => {
    const attempts = [
      { startStep: 0, supersededAfter: 10 },
      { startStep: 30, supersededAfter: 10 },
      { startStep: 10, supersededAfter: null },
    ]
    expect(attemptSegments(attempts, 40).map(({ from, to }) => to - from)).toEqual([10, 0, 30])
  })

  it('of a cluster’s stages follow each other, nothing being superseded', () => {
    const attempts = [0, 8, 38].map((startStep) => ({ startStep, supersededAfter: null }))
    expect(attemptSegments(attempts, 86).map(({ to }) => to)).toEqual([8, 38, 86])
  })

  it('never overlap', () => {
    const start = fc.nat(100)
    fc.assert(
      fc.property(fc.array(start, { minLength: 1, maxLength: 6 }), fc.nat(200), (starts, step) => {
        const attempts = starts.map((startStep) => ({ startStep, supersededAfter: null }))
        const taken = attemptSegments(attempts, step).flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, index) => from + index),
        )
        expect(new Set(taken).size).toBe(taken.length)
      }),
    )
  })
})
