import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueScale } from './value-scale'

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true })

describe('the scale of a value axis', () => {
  it('is logarithmic while all values are above zero', () => {
    const scale = valueScale('log', [0.01, 5, 300, Number.NaN])
    expect(scale.kind).toBe('log')
    expect(scale.ticks(0.01, 300)).toEqual([0.01, 0.1, 1, 10, 100])
  })
  it('has a place for zero and for negative values: they are drawn, in their order', () => {
    const scale = valueScale('log', [-40, 0, 0.02, 300])
    expect([scale.kind, scale.threshold]).toEqual(['symlog', 0.01])
    expect(scale.forward(0)).toBe(0)
    expect(scale.forward(-40)).toBeLessThan(0)
    expect(scale.ticks(-40, 300)).toContain(0)
  })
  it('does not give the whole axis to a value that is next to nothing', () => {
    expect(valueScale('log', [0, 1e-30, 100]).threshold).toBeCloseTo(1e-4)
  })
  it('bears the smallest numbers there are', () => {
    expect(valueScale('log', [0, -5e-324]).forward(-5e-324)).toBeLessThan(0)
    expect(valueScale('log', [0, -5e-324]).inverse(0)).toBe(0)
    expect(valueScale('log', [0, -5e-324]).ticks(-5e-324, 0)).toEqual([-5e-324])
  })
  it('is linear where there is nothing but zeros, and when it is asked to be', () => {
    expect(valueScale('log', [0, 0]).kind).toBe('linear')
    expect(valueScale('log', []).kind).toBe('linear')
    expect(valueScale('linear', [1, 1000]).kind).toBe('linear')
  })
  it('keeps the order of any values and can be read back', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 2 }), (values) => {
        const scale = valueScale('log', values)
        const sorted = [...values].sort((a, b) => a - b)
        const heights = sorted.map(scale.forward)
        for (const [index, height] of heights.entries()) {
          expect(Number.isFinite(height)).toBe(true)
          if (index > 0) expect(height).toBeGreaterThanOrEqual(heights[index - 1] ?? height)
          const value = sorted[index] ?? 0
          expect(Math.abs(scale.inverse(height) - value)).toBeLessThanOrEqual(1e-9 + Math.abs(value) * 1e-9)
        }
      }),
    )
  })
  it('has few ticks, ascending, between the ends', () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        fc.pre(high - low > Math.max(1e-3, Math.abs(high) * 1e-6))
        const ticks = valueScale('log', [low, high]).ticks(low, high)
        expect(ticks.length).toBeLessThanOrEqual(14)
        expect([...ticks].sort((x, y) => x - y)).toEqual(ticks)
      }),
    )
  })
})
