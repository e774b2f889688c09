import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockTicks, niceTicks } from './nice-ticks'

describe('ticks of an axis', () => {
  it('are round and lie between the ends', () => {
    expect(niceTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(niceTicks(3, 97, 4)).toEqual([50])
    expect(niceTicks(-0.31, 0.32, 6)).toEqual([-0.2, 0, 0.2])
  })
  it('are at full minutes and hours where seconds are shown', () => {
    expect(clockTicks(0, 3600, 6)).toEqual([0, 600, 1200, 1800, 2400, 3000, 3600])
    expect(clockTicks(0, 12 * 86_400, 6)).toEqual([0, 2, 4, 6, 8, 10, 12].map((day) => day * 86_400))
  })
  it('are few, ascending and inside, whatever the ends', () => {
    const end = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(end, end, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        fc.pre(high - low > 1e-3)
        for (const ticks of [niceTicks(low, high, 6), clockTicks(low, high, 6)]) {
          const slack = (high - low) * 1e-6
          expect(ticks.length).toBeLessThanOrEqual(8)
          expect(ticks.every((tick) => tick >= low - slack && tick <= high + slack)).toBe(true)
          expect([...ticks].sort((x, y) => x - y)).toEqual(ticks)
        }
      }),
    )
  })
})
