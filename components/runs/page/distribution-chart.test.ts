import { describe, expect, it } from 'vitest'
import { distributionCharts } from './distribution-chart'

const evaluation = (step: number, name: string, turn: number, gap: number | null = null) => ({
  ...{ step, partition: 'test', turn, turnLow: turn - 0.1, turnHigh: turn + 0.1 },
  ...{ gap, gapLow: gap === null ? null : gap - 0.05, gapHigh: gap === null ? null : gap + 0.05 },
  suite: { name, kind: name === 'ood' ? 'out_of_distribution' : 'in_distribution' },
})
const evaluations = [
  evaluation(8, 'starter', 0.4, 0.1),
  evaluation(0, 'ood', 0.3),
  evaluation(0, 'starter', 0.1, -0.2),
  evaluation(8, 'ood', 0.3),
  // the final evaluation is of the last stage's checkpoint
  evaluation(8, 'starter', 0.4, 0.1),
  { ...evaluation(8, 'starter', 0.9), partition: 'train' },
]

describe('accuracy in and out of distribution over steps', () => {
  const { accuracy, gap } = distributionCharts(evaluations, ['blue', 'red', 'green'])

  it('is a line a suite, with the interval as a band, one point a step', () => {
    expect(accuracy.map(({ label, points }) => [label, points])).toEqual([
      [
        'In distribution: starter',
        [
          [0, 0.1],
          [8, 0.4],
        ],
      ],
      [
        'Out of distribution: ood',
        [
          [0, 0.3],
          [8, 0.3],
        ],
      ],
    ])
    expect(accuracy[0]?.extremes?.[1]).toEqual([8, 0.4 - 0.1, 0.5])
    expect(accuracy.map(({ dash }) => dash !== undefined)).toEqual([false, true])
  })
  it('has the gap with its interval', () => {
    expect(gap[0]?.points).toEqual([
      [0, -0.2],
      [8, 0.1],
    ])
    expect(gap[0]?.extremes?.[0]).toEqual([0, -0.25, -0.15000000000000002])
  })
  it('says of each line which test tasks it was measured on', () => {
    expect(accuracy.map(({ source }) => source)).toEqual([
      { partition: 'test', suite: 'starter' },
      { partition: 'test', suite: 'ood' },
    ])
  })
  it('is nothing before the first test', () => {
    expect(distributionCharts([], ['blue'])).toEqual({ accuracy: [], gap: [] })
  })
})
