import { describe, expect, it } from 'vitest'
import { pointBuckets, type SeriesPoint } from './point-buckets'

const point = (series: number, step: number, value: number, at = step): SeriesPoint => ({ series, step, at, value })

describe('buckets of points', () => {
  it('are one a series and stretch of steps, with count, extremes and the last value', () => {
    const points = [point(1, 0, 5), point(1, 63, -2), point(1, 64, 7), point(2, 63, 1)]
    const rest = { width: 64, nonFinite: 0 }
    expect(pointBuckets(points, 64)).toEqual([
      { ...rest, series: 1, bucket: 0, count: 2, min: -2, max: 5, last: -2, lastStep: 63 },
      { ...rest, series: 1, bucket: 1, count: 1, min: 7, max: 7, last: 7, lastStep: 64 },
      { ...rest, series: 2, bucket: 0, count: 1, min: 1, max: 1, last: 1, lastStep: 63 },
    ])
  })
  it('count what is not finite apart from the extremes', () => {
    const [bucket] = pointBuckets([point(1, 0, Number.NaN), point(1, 1, 2), point(1, 2, Number.NEGATIVE_INFINITY)], 64)
    expect(bucket).toMatchObject({ count: 3, nonFinite: 2, min: 2, max: 2, last: Number.NEGATIVE_INFINITY })
    expect(pointBuckets([point(1, 0, Number.NaN)], 64)[0]).toMatchObject({ min: null, max: null, last: Number.NaN })
  })
  it.each([
    ['the later time', [point(1, 3, 9, 10), point(1, 3, 1, 20)], 1],
    ['the greater value at one time', [point(1, 3, 9, 10), point(1, 3, 1, 10)], 9],
    ['NaN above every number at one time', [point(1, 3, Number.NaN, 10), point(1, 3, 9, 10)], Number.NaN],
  ])('take of several values at one step %s', (_, points, last) => {
    expect(pointBuckets(points, 64)[0]?.last).toBe(last)
    expect(pointBuckets([...points].reverse(), 64)[0]?.last).toBe(last)
  })
})
