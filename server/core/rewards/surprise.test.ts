import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surprises } from './surprise'

describe('how much a rollout differs from its group', () => {
  it('is its distance from the mean in deviations, on either side', () => {
    const [a, b, c, d] = surprises([0, 0, 0, 1])
    expect(d).toBeCloseTo(Math.sqrt(3), 4)
    expect([a, b, c]).toEqual([a, a, a])
    expect(a).toBeCloseTo(1 / Math.sqrt(3), 4)
  })
  it('is nothing in a group that agrees, and unknown for one alone', () => {
    expect(surprises([0.3, 0.3, 0.3])).toEqual([0, 0, 0])
    expect(surprises([1])).toEqual([null])
    expect(surprises([])).toEqual([])
  })
  it('never exceeds what so many rollouts allow', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 2, maxLength: 32 }), (rewards) => {
        // the furthest of n from their mean lies at most √(n−1) deviations away
        for (const value of surprises(rewards))
          expect(value ?? Number.NaN).toBeLessThanOrEqual(Math.sqrt(rewards.length - 1) + 1e-6)
      }),
    )
  })
})
