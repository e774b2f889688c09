import { describe, expect, it } from 'vitest'
import { nearMiss } from './near-miss'

const judged = (progress: number, success = false, invalid: string | null = null) =>
  nearMiss({ success, invalid, rewards: { progress } })

describe('an episode with high progress that failed', () => {
  it('is a failure with at least half of its turns right', () => {
    expect([judged(0.5), judged(2 / 3), judged(1)]).toEqual([0.5, 2 / 3, 1])
    expect(judged(0.49)).toBeNull()
  })
  it('is no success, and nothing that does not count', () => {
    expect(judged(1, true)).toBeNull()
    expect(judged(0.75, false, 'Its socket was gone.')).toBeNull()
    expect(judged(Number.NaN)).toBeNull()
  })
})
