import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holm } from './holm'

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 })

describe("Holm's correction", () => {
  it('has the values worked out by hand', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06])
    expect(holm([0.5, 0.9])).toEqual([1, 1])
    expect(holm([0.01, 0.02, 0.03, 0.04]).map((p) => p.toFixed(2))).toEqual(['0.04', '0.06', '0.06', '0.06'])
  })
  it('leaves a single test as it is', () => {
    expect(holm([0.03])).toEqual([0.03])
  })
  it('is never below the p-value, never above Bonferroni’s, and keeps the order', () => {
    fc.assert(
      fc.property(pValues, (values) => {
        const adjusted = holm(values)
        values.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p)
          expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * values.length))
          values.forEach((q, j) => {
            if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0)
          })
        })
      }),
    )
  })
  it('does not depend on the order of the tests', () => {
    fc.assert(
      fc.property(pValues, (values) => {
        expect(holm([...values].reverse())).toEqual(holm(values).reverse())
      }),
    )
  })
})
