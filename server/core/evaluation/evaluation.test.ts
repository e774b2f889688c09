import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Rng } from '@/server/core/rng'
import { distributionGap } from './gap'
import { shareInterval, wilson } from './interval'
import { comparePaired, exactMcNemar } from './paired-test'
import { type ScoredTask, scoreSuite, taskShares } from './scores'

const scored = (index: number, success: boolean, more: Partial<ScoredTask> = {}): ScoredTask => ({
  task: `task-${index}`,
  dialogue: `${index}`,
  split: 'base',
  success,
  turnScores: success ? [1, 1] : [1, 0],
  irrelevanceError: false,
  steps: 4,
  malformedSteps: 0,
  ...more,
})

describe('scores', () => {
  it('are shares over all tasks and over each split', () => {
    const tasks = [
      scored(0, true),
      scored(0, false, { task: 'b', split: 'miss_func', irrelevanceError: true }),
      scored(1, false, { malformedSteps: 2 }),
      scored(2, false, { turnScores: [0, 0] }),
    ]
    const { all, bySplit } = scoreSuite(tasks, Rng.seeded(1))
    expect(all).toMatchObject({ tasks: 4, dialogues: 3, wellFormed: 1 - 2 / 16, irrelevance: 0.25 })
    expect(all.task.value).toBe(0.25)
    expect(all.turn.value).toBe(4 / 8)
    expect(bySplit.base?.tasks).toBe(3)
    expect(bySplit.miss_func?.task.value).toBe(0)
    expect(bySplit.long_context).toBeUndefined()
  })

  it('have intervals that contain the value and lie within 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), fc.nat(), (outcomes, seed) => {
        const { all } = scoreSuite(
          outcomes.map((success, index) => scored(index, success)),
          Rng.seeded(seed),
        )
        const { low, high } = all.task.interval
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(all.task.value + 1e-9)
        expect(high).toBeGreaterThanOrEqual(all.task.value - 1e-9)
      }),
      { numRuns: 40 },
    )
  })

  it('are certain of nothing when every task failed', () => {
    const interval = shareInterval(Array(20).fill({ hits: 0, total: 1 }), Rng.seeded(1))
    expect(interval.method).toBe('Wilson over dialogues')
    expect(interval.low).toBe(0)
    expect(interval.high).toBeCloseTo(wilson(0, 20).high)
    expect(interval.high).toBeGreaterThan(0.1)
  })

  it('widen when tasks of a dialogue stand or fall together', () => {
    const independent = Array.from({ length: 100 }, (_, i) => ({ hits: i % 2, total: 1 }))
    const together = Array.from({ length: 25 }, (_, i) => ({ hits: (i % 2) * 4, total: 4 }))
    const narrow = shareInterval(independent, Rng.seeded(1))
    const wide = shareInterval(together, Rng.seeded(1))
    expect(wide.high - wide.low).toBeGreaterThan(1.6 * (narrow.high - narrow.low))
  })
})

describe('Wilson interval', () => {
  it('has the textbook value for 8 of 10', () => {
    const { low, high } = wilson(8, 10)
    expect(low).toBeCloseTo(0.4902, 3)
    expect(high).toBeCloseTo(0.9433, 3)
  })
})

describe('gap', () => {
  it('is in-distribution minus out-of-distribution accuracy', () => {
    const inside = Array.from({ length: 50 }, (_, i) => scored(i, i % 2 === 0))
    const outside = Array.from({ length: 50 }, (_, i) => scored(i, i % 10 === 0))
    const gap = distributionGap(taskShares(inside), taskShares(outside), Rng.seeded(3))
    expect(gap?.value).toBeCloseTo(0.4)
    expect(gap?.interval.low).toBeGreaterThan(0.2)
    expect(gap?.interval.high).toBeLessThan(0.6)
    expect(distributionGap(taskShares(inside), [], Rng.seeded(3))).toBeNull()
  })

  it('is not certain where everything is right, or wrong, on a side', () => {
    const side = (dialogues: number, right: boolean) =>
      taskShares(Array.from({ length: dialogues }, (_, index) => scored(index, right)))
    // examples of Newcombe 1998: 10 of 10 against 0 of 20, and against 0 of 10
    for (const [wrong, low] of [
      [20, 0.6791],
      [10, 0.6075],
    ] as const) {
      const apart = distributionGap(side(10, true), side(wrong, false), Rng.seeded(3))
      expect(apart?.interval.low).toBeCloseTo(low, 4)
      expect(apart?.interval.high).toBe(1)
    }
    const same = distributionGap(side(25, true), side(11, true), Rng.seeded(3))
    expect(same?.value).toBe(0)
    expect(same?.interval.low).toBeCloseTo(wilson(25, 25).low - 1, 10)
    expect(same?.interval.high).toBeCloseTo(1 - wilson(11, 11).low, 10)
  })
})

describe('paired comparison', () => {
  it('has the exact binomial p-value', () => {
    expect(exactMcNemar(0, 0)).toBe(1)
    expect(exactMcNemar(5, 0)).toBeCloseTo(2 / 32)
    expect(exactMcNemar(8, 2)).toBeCloseTo(0.109375)
    expect(exactMcNemar(600, 400)).toBeLessThan(1e-9)
  })

  it('has the p-value that counting all outcomes of fair coins gives', () => {
    const count = fc.integer({ min: 0, max: 6 })
    fc.assert(
      fc.property(count, count, (onlyFirst, onlySecond) => {
        const coins = onlyFirst + onlySecond
        const observed = Math.abs(onlyFirst - onlySecond)
        let asUneven = 0
        for (let outcome = 0; outcome < 2 ** coins; outcome++) {
          const heads = outcome.toString(2).replaceAll('0', '').length
          if (Math.abs(2 * heads - coins) >= observed) asUneven += 1
        }
        expect(exactMcNemar(onlyFirst, onlySecond)).toBeCloseTo(asUneven / 2 ** coins)
      }),
    )
  })

  it('does not depend on which row comes first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 30 }), (outcomes) => {
        const first = outcomes.map(([success], i) => ({ task: `${i}`, dialogue: `${i % 7}`, success }))
        const second = outcomes.map(([, success], i) => ({ task: `${i}`, dialogue: `${i % 7}`, success }))
        const forward = comparePaired(first, second, Rng.seeded(5))
        const backward = comparePaired(second, first, Rng.seeded(5))
        expect(forward?.difference).toBeCloseTo(-(backward?.difference ?? 0))
        expect(forward?.pValue).toBe(backward?.pValue)
      }),
      { numRuns: 30 },
    )
  })

  it('uses only the tasks that both rows have', () => {
    const first = [scored(0, true), scored(1, true)]
    const second = [scored(1, false), scored(2, true)]
    expect(comparePaired(first, second, Rng.seeded(1))).toMatchObject({ tasks: 1, onlyFirst: 1, difference: 1 })
    expect(comparePaired(first, [], Rng.seeded(1))).toBeNull()
  })
})
