import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passAllOfK, passAtK } from './pass-at-k'

/** How many of all choices of k out of the attempts are as asked. */
function shareOfChoices(attempts: readonly boolean[], k: number, asked: (chosen: boolean[]) => boolean): number {
  let hits = 0
  let all = 0
  for (let pattern = 0; pattern < 2 ** attempts.length; pattern++) {
    const chosen = attempts.filter((_, index) => (pattern >> index) & 1)
    if (chosen.length !== k) continue
    all += 1
    if (asked(chosen)) hits += 1
  }
  return hits / all
}

describe('pass@k and pass^k', () => {
  it('have the values worked out by hand', () => {
    expect(passAtK(10, 3, 1)).toBeCloseTo(0.3)
    expect(passAtK(5, 2, 2)).toBeCloseTo(1 - 3 / 10)
    expect(passAtK(200, 1, 100)).toBeCloseTo(0.5)
    expect(passAllOfK(5, 3, 2)).toBeCloseTo(3 / 10)
    expect(passAllOfK(8, 8, 8)).toBe(1)
    expect(passAtK(8, 0, 8)).toBe(0)
  })
  it('are what all choices of k attempts give', () => {
    const attempts = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(attempts, fc.integer({ min: 1, max: 8 }), (outcomes, most) => {
        const k = Math.min(most, outcomes.length)
        const successes = outcomes.filter(Boolean).length
        expect(passAtK(outcomes.length, successes, k)).toBeCloseTo(
          shareOfChoices(outcomes, k, (all) => all.some(Boolean)),
        )
        expect(passAllOfK(outcomes.length, successes, k)).toBeCloseTo(
          shareOfChoices(outcomes, k, (all) => all.every(Boolean)),
        )
      }),
      { numRuns: 60 },
    )
  })
  it('say nothing of more attempts than were made', () => {
    expect(passAtK(3, 3, 4)).toBeNull()
    expect(passAllOfK(3, 3, 4)).toBeNull()
    expect(passAtK(3, 3, 0)).toBeNull()
  })
})
