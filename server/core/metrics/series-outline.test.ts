import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastOfEach, outlineWidth, pointsBetween } from './series-outline'

const width = fc.nat(6).map((power) => 2 ** power)
const points = fc
  .uniqueArray(fc.nat(3000), { maxLength: 80 })
  .map((steps) => steps.sort((a, b) => a - b))
  .map((steps) => ({ steps, values: steps.map((step) => step / 2) }))

describe('the outline of a series', () => {
  it('is every step of a short one, and never more points than there is room for', () => {
    expect(outlineWidth('reward/mean', 199)).toBe(1)
    expect(outlineWidth('reward/mean', 200)).toBe(64)
    expect(outlineWidth('reward/mean', 999_999)).toBe(8192)
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), fc.nat(2 ** 31 - 1), (name, lastStep) => {
        const stretches = Math.floor(lastStep / outlineWidth(name, lastStep)) + 1
        expect(Buffer.byteLength(name) + 12 * stretches).toBeLessThanOrEqual(2450)
      }),
    )
  })

  it('is cut to a range, its first step left out', () => {
    fc.assert(
      fc.property(
        points,
        fc.integer({ min: -1, max: 3000 }),
        fc.integer({ min: -1, max: 3000 }),
        (all, after, until) => {
          const steps = all.steps.filter((step) => step > after && step <= until)
          expect(pointsBetween(after, until, all)).toEqual({ steps, values: steps.map((step) => step / 2) })
        },
      ),
    )
  })

  it('is thinned to a width as all points would be', () => {
    fc.assert(
      fc.property(points, width, width, (all, narrow, factor) => {
        const wide = narrow * factor
        expect(lastOfEach(wide, lastOfEach(narrow, all))).toEqual(lastOfEach(wide, all))
        const stretches = new Set(all.steps.map((step) => Math.floor(step / wide)))
        expect(lastOfEach(wide, all).steps.map((step) => Math.floor(step / wide))).toEqual([...stretches])
      }),
    )
  })
})
