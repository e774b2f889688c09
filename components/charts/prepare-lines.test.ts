import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareLines, smooth } from './prepare-lines'
import { stepAxis } from './step-axis'

const line = (points: [number, number][]) => ({ label: 'a', color: 'red', points })

describe('preparing lines', () => {
  it('aligns lines on the union of their steps; where a line was not measured it goes on', () => {
    const { xs, rows } = prepareLines([
      line([
        [1, 5],
        [3, 7],
      ]),
      line([[2, 1]]),
    ])
    expect(xs).toEqual([1, 2, 3])
    expect(rows).toEqual([
      [5, undefined, 7],
      [undefined, 1, undefined],
    ])
  })
  it('marks NaN and infinities instead of drawing them', () => {
    const { rows, marks } = prepareLines([
      line([
        [1, Number.NaN],
        [2, Infinity],
        [3, 1],
      ]),
    ])
    expect(rows).toEqual([[null, null, 1]])
    expect(marks.map((mark) => [mark.x, mark.kind])).toEqual([
      [1, 'NaN'],
      [2, '∞'],
    ])
  })
  it('keeps the extremes of points that stand for many steps, and marks what is not finite among these', () => {
    const coarse = { ...line([[63, 2]]), extremes: [[63, -5, 9]] as const, hidden: [63] }
    const { bands, domain, marks } = prepareLines([coarse, line([[63, 1]])])
    expect(bands).toEqual([[[63, -5, 9]], null])
    expect(domain[0]).toBeLessThanOrEqual(-5)
    expect(domain[1]).toBeGreaterThanOrEqual(9)
    expect(marks).toEqual([{ x: 63, line: 0, kind: 'NaN/∞' }])
  })
  it('places each line by its own axis', () => {
    const late = stepAxis('time', { steps: [1, 2], places: [5, 9] })
    const own = {
      ...line([
        [1, 5],
        [2, 6],
      ]),
      axis: late,
      extremes: [[2, 4, 7]] as const,
    }
    const { xs, bands } = prepareLines([own, line([[2, 1]])])
    expect(xs).toEqual([2, 5, 9])
    expect(bands[0]).toEqual([[9, 4, 7]])
  })
  it('fits the domain to what is shown', () => {
    const spike = line([
      [1, 0],
      [2, 900],
      [3, 1],
    ])
    expect(prepareLines([spike], { within: [3, 4] }).domain[1]).toBeLessThan(2)
    expect(prepareLines([spike]).domain[1]).toBeGreaterThan(900)
  })
  it('has room for a line that only goes through what is shown', () => {
    const long = line([
      [0, -5],
      [100, 95],
    ])
    const { domain } = prepareLines([long], { within: [40, 60] })
    expect(domain[0]).toBeLessThanOrEqual(-5)
    expect(domain[1]).toBeGreaterThanOrEqual(95)
  })
  it('on a logarithmic axis draws zeros too', () => {
    const { scale, domain } = prepareLines(
      [
        line([
          [1, 0],
          [2, 900],
        ]),
      ],
      { axis: 'log', fixed: [0, 1] },
    )
    expect(scale.kind).toBe('symlog')
    expect(domain[0]).toBe(0)
    expect(domain[1]).toBeGreaterThan(900)
    const positive = prepareLines(
      [
        line([
          [1, 0.01],
          [2, 900],
        ]),
      ],
      { axis: 'log' },
    )
    expect(positive.domain[0]).toBeGreaterThan(0)
    expect(positive.domain[0]).toBeLessThan(0.01)
  })
  it('has a domain that holds every finite value', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat(), fc.double({ noNaN: true, min: -1e6, max: 1e6 })), {
          minLength: 1,
          selector: ([step]) => step,
        }),
        (points) => {
          const { domain } = prepareLines([line(points)])
          return points.every(([, value]) => value >= domain[0] && value <= domain[1])
        },
      ),
    )
  })
  it('starts at zero rather than below when all values are positive and near it', () => {
    expect(
      prepareLines([
        line([
          [0, 0.01],
          [1, 1],
        ]),
      ]).domain[0],
    ).toBe(0)
  })
})

describe('smoothing', () => {
  it('goes on over steps without a measurement and restarts after a gap', () => {
    expect(smooth([1, undefined, 0, null, 0.2], 0.5)).toEqual([1, undefined, 0.5, null, 0.2])
  })
  it('with strength 0 changes nothing', () => {
    expect(smooth([3, 1, 2], 0)).toEqual([3, 1, 2])
  })
})
