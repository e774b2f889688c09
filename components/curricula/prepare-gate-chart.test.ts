import { describe, expect, it } from 'vitest'
import { linePath, prepareGateChart } from './prepare-gate-chart'

const validation = (step: number, metric: number, gradientNorms: readonly number[]) => {
  return { step, result: { metric, byDialogue: {}, accuracy: metric / 2, gradientNorms } }
}

describe('the chart of a simulated gate', () => {
  const chart = prepareGateChart([validation(0, 0.2, []), validation(5, 0.5, [1, 3]), validation(20, 1, [4])])

  it('places validations by their step, shares from 0 to 1, norms up to the greatest', () => {
    expect(chart.points).toEqual([
      { step: 0, x: 0, metric: 80, accuracy: 90, norm: null },
      { step: 5, x: 25, metric: 50, accuracy: 75, norm: 50 },
      { step: 20, x: 100, metric: 0, accuracy: 50, norm: 0 },
    ])
    expect([chart.at(10), chart.at(90)]).toEqual([50, 100])
  })

  it('has gaps where a value is not finite, and never a 0 in their place', () => {
    const broken = prepareGateChart([validation(0, Number.NaN, []), validation(5, 0.5, [Number.POSITIVE_INFINITY, 1])])
    expect(broken.points.map(({ metric, norm }) => [metric, norm])).toEqual([
      [null, null],
      [50, null],
    ])
    expect(broken.topNorm).toBe(1)
  })

  it('draws a line that breaks at a gap', () => {
    expect(
      linePath([
        { x: 0, y: 1 },
        { x: 1, y: null },
        { x: 2, y: 3 },
        { x: 4, y: 5 },
      ]),
    ).toBe('M0.00 1.00M2.00 3.00L4.00 5.00')
  })

  it('can be prepared of a stage without validations', () => {
    expect(prepareGateChart([])).toMatchObject({ points: [], lastStep: 1 })
  })
})
