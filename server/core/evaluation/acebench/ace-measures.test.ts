import { describe, expect, it } from 'vitest'
import { Rng } from '@/server/core/rng'
import { aceMeasures } from './ace-measures'

const play = (dialogue: string, valid: boolean, processAccuracy: number, strictlyValid = valid) => ({
  ...{ dialogue, valid, processAccuracy, strictlyValid },
})
const measure = (plays: readonly ReturnType<typeof play>[]) => aceMeasures(plays, Rng.seeded(0, 'test'))

describe('ACEBench’s scores of a suite', () => {
  it('have the names of the reference, and intervals over families of tasks that hold them', () => {
    const scores = measure([
      play('a', true, 1),
      play('a', false, 0.5),
      play('b', false, 0),
      play('c', true, 0.75, false),
    ])
    expect(Object.entries(scores).map(([name, { value }]) => [name, value])).toEqual([
      ['end_to_end_accuracy', 0.5],
      ['process_accuracy', 0.562],
      ['strict_accuracy', 0.25],
    ])
    for (const { value, interval } of Object.values(scores)) {
      expect(interval.method).toBe('bootstrap over dialogues')
      expect(interval.low).toBeLessThan(value)
      expect(interval.high).toBeGreaterThan(value)
    }
  })
  it('are not certain where every play came out alike', () => {
    const { end_to_end_accuracy: score } = measure(['a', 'b', 'c'].map((family) => play(family, true, 1)))
    expect(score.value).toBe(1)
    expect(score.interval).toMatchObject({ method: 'Wilson over dialogues', high: 1 })
    expect(score.interval.low).toBeCloseTo(0.4385, 3)
  })
  it('need a play', () => {
    expect(() => measure([])).toThrow('no score')
  })
})
