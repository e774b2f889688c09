import { describe, expect, it } from 'vitest'
import { unpackSeries } from './packed-series'

describe('a series by columns', () => {
  it('is its points again, with their extremes', () => {
    const buckets = { min: [1, null], max: [3, null], nonFinite: [0, 64] }
    const series = { name: 'loss', width: 64, steps: [63, 127], values: [2, Number.NaN], buckets }
    expect(unpackSeries(series)).toEqual({
      ...{ name: 'loss', width: 64 },
      points: [
        { step: 63, value: 2, min: 1, max: 3, nonFinite: 0 },
        { step: 127, value: Number.NaN, min: null, max: null, nonFinite: 64 },
      ],
    })
  })
  it('says of raw points which are not finite', () => {
    const { points } = unpackSeries({ name: 'kl', width: 1, steps: [1, 2], values: [0.5, Number.NaN], buckets: null })
    expect(points.map(({ nonFinite, min }) => [nonFinite, min])).toEqual([
      [0, null],
      [1, null],
    ])
  })
})
