import { describe, expect, it } from 'vitest'
import { trainingSteps } from '@/components/charts/step-axis'
import { pickedLines } from './picked-lines'

const series = [
  { name: 'a', points: [{ step: 63, value: 1, min: 0, max: 2, nonFinite: 3 }] },
  { name: 'b', points: [{ step: 1, value: Number.NaN, nonFinite: 1 }] },
]

describe('picked series', () => {
  it('are lines in the order in which they were picked, each with a colour of its own', () => {
    const lines = pickedLines(series, ['b', 'gone', 'a'], ['red', 'green', 'blue'], trainingSteps)
    expect(lines.map(({ label, color }) => [label, color])).toEqual([
      ['b', 'red'],
      ['a', 'blue'],
    ])
  })
  it('keep their extremes, and say where values were not finite', () => {
    const [a] = pickedLines(series, ['a'], ['red'], trainingSteps)
    expect(a).toMatchObject({ extremes: [[63, 0, 2]], hidden: [63] })
    const [b] = pickedLines(series, ['b'], ['red'], trainingSteps)
    expect(b).toMatchObject({ extremes: [], hidden: [] })
  })
})
