import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareScatter } from './prepare-scatter'

const dot = (x: number, y: number) => ({ label: `${x}`, color: 'red', x, y })

describe('a scatter of shares', () => {
  it('goes through its dots from left to right and leaves out what was not measured', () => {
    const { dots } = prepareScatter([dot(0.9, 0.1), dot(0.2, 0.3), dot(Number.NaN, 0.1)])
    expect(dots.map(({ x }) => x)).toEqual([0.2, 0.9])
  })
  it('shows the whole square when there is nothing', () => {
    expect(prepareScatter([]).range).toEqual([0, 1])
  })
  it('has room for the places that its dots came by', () => {
    const path = [{ short: 'untrained', label: 'untrained', x: 0.1, y: 0.3, href: '/' }]
    const { range } = prepareScatter([{ ...dot(0.5, 0.4), path }])
    expect(range).toEqual([expect.closeTo(0.05), expect.closeTo(0.55)])
  })
  it('holds every dot and some room about them', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 1 }), (pairs) => {
        const { range } = prepareScatter(pairs.map(([x, y]) => dot(x, y)))
        expect(pairs.flat().every((value) => value >= range[0] && value <= range[1])).toBe(true)
        expect(range[1] - range[0]).toBeGreaterThan(0.04)
        expect(range[0] >= 0 && range[1] <= 1).toBe(true)
      }),
    )
  })
})
