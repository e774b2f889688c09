import { describe, expect, it } from 'vitest'
import { stepAxis } from '@/components/charts/step-axis'
import { wholeRange } from './whole-range'

const line = (...steps: number[]) => ({ label: 'a', color: 'red', points: steps.map((step) => [step, 1] as const) })

describe('what all charts of a page show', () => {
  it('is from the first to the last point of any of them', () => {
    expect(wholeRange([[line(3, 9), line(1, 5)], [line(20)]])).toEqual([1, 20])
  })
  it('is in the unit of what runs across', () => {
    const axis = stepAxis('time', { steps: [0, 10], places: [0, 600] })
    expect(wholeRange([[{ ...line(1, 5), axis }]])).toEqual([60, 300])
  })
  it('has some width, whatever is measured', () => {
    expect(wholeRange([])).toEqual([0, 1])
    expect(wholeRange([[line(4)]])).toEqual([4, 5])
  })
})
