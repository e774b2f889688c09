import { describe, expect, it } from 'vitest'
import { type InputPoint, mergeReadings } from './merge-readings'

const point = (changes: Partial<InputPoint>): InputPoint => ({
  ...{ input: 'reward', name: 'reward', epoch: 1, step: 1, at: 1000, value: 0.5 },
  ...changes,
})

describe('the readings of an input', () => {
  it('ascend, whatever the order of the points', () => {
    const { reward } = mergeReadings([point({ step: 3 }), point({ step: 1 }), point({ step: 2 })])
    expect(reward.map(({ step }) => step)).toEqual([1, 2, 3])
  })

  it('are the newest attempt’s, and of one attempt the last written', () => {
    const older = [point({ value: 1, at: 9000 }), point({ epoch: 2, value: 2, at: 2000 })]
    expect(mergeReadings([...older, point({ epoch: 2, value: 3, at: 3000 })]).reward).toEqual([
      { step: 1, at: 3000, value: 3 },
    ])
  })

  it('are the mean of several series of one meaning', () => {
    const { reward } = mergeReadings([point({ name: 'a', value: 0.2 }), point({ name: 'b', value: 0.6, at: 2000 })])
    expect(reward).toEqual([{ step: 1, at: 2000, value: 0.4 }])
  })

  it('leave out NaN and infinities', () => {
    const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    expect(mergeReadings(values.map((value) => point({ value }))).reward).toEqual([])
  })
})
