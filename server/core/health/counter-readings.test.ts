import { describe, expect, it } from 'vitest'
import { counterReadings, type StepCounterRow } from './counter-readings'

const row: StepCounterRow = {
  ...{ step: 4, partition: 'train', episodes: 20, truncated: 5, whole: 10, solved: 2, progress: 7 },
  ...{ withoutCalls: 1, rollouts: 16, distinct: 4, at: 99 },
}
const said = (input: Parameters<typeof counterReadings>[0], changes: Partial<StepCounterRow> = {}) =>
  counterReadings(input, [{ ...row, ...changes }])[0]?.value

describe('what counted episodes say', () => {
  it('is truncation and diversity of training episodes', () => {
    expect(counterReadings('truncation', [row])).toEqual([{ step: 4, at: 99, value: 0.25 }])
    expect(said('tool-diversity')).toBe(0.25)
    expect(said('truncation', { partition: 'validation' })).toBeUndefined()
  })

  it('is progress, success and idleness of whole validation episodes', () => {
    const validation = { partition: 'validation' }
    expect(said('progress', validation)).toBe(0.7)
    expect(said('solved', validation)).toBe(0.2)
    expect(said('without-calls', validation)).toBe(0.1)
    expect(said('progress')).toBeUndefined()
  })

  it('is nothing where nothing was counted, rather than 0', () => {
    expect(said('tool-diversity', { rollouts: 0, distinct: 0 })).toBeUndefined()
    expect(said('progress', { partition: 'validation', whole: 0 })).toBeUndefined()
    expect(said('reward')).toBeUndefined()
  })
})
