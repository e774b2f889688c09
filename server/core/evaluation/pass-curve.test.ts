import { describe, expect, it } from 'vitest'
import { Rng } from '@/server/core/rng'
import { passCurve } from './pass-curve'

const task = (dialogue: number, attempts: number, solved: number) => ({ dialogue: `${dialogue}`, attempts, solved })

describe('what several attempts achieve', () => {
  it('is the mean over tasks, for 2, 4, … and all attempts', () => {
    const curve = passCurve([task(0, 5, 5), task(1, 5, 2), task(2, 5, 0)], Rng.seeded(1))
    expect(curve.map(({ k }) => k)).toEqual([2, 4, 5])
    expect(curve[0]?.any.value).toBeCloseTo((1 + 7 / 10 + 0) / 3)
    expect(curve[0]?.all.value).toBeCloseTo((1 + 1 / 10 + 0) / 3)
    expect([curve[2]?.any.value, curve[2]?.all.value]).toEqual([2 / 3, 1 / 3])
  })
  it('grows with k for one of them, and shrinks for all of them, within its intervals', () => {
    const tasks = Array.from({ length: 30 }, (_, i) => task(Math.floor(i / 4), 8, i % 9))
    const curve = passCurve(tasks, Rng.seeded(1))
    expect(curve.map(({ k }) => k)).toEqual([2, 4, 8])
    for (const [index, { any, all }] of curve.entries()) {
      for (const { value, interval } of [any, all]) {
        expect(interval.low).toBeLessThanOrEqual(value)
        expect(interval.high).toBeGreaterThanOrEqual(value)
      }
      const next = curve[index + 1]
      if (next) expect([next.any.value > any.value, next.all.value < all.value]).toEqual([true, true])
    }
  })
  it('is nothing for tasks that were played once', () => {
    expect(passCurve([task(0, 1, 1)], Rng.seeded(1))).toEqual([])
    expect(passCurve([], Rng.seeded(1))).toEqual([])
  })
})
