import { describe, expect, it } from 'vitest'
import { SharedGroundTruth } from './ground-truth'
import { answer, branchIdentity, call, play, powerOn, start, twoTurns } from './testing/lamp-episode'
import { lampContext } from './testing/lamp-room'

describe('branches', () => {
  it('start where the episode stands and record only their own turn', () => {
    const episode = start(twoTurns)
    play(episode, [call(powerOn, "light('a')"), answer])
    const good = episode.branch(branchIdentity(1))
    const bad = episode.branch(branchIdentity(1))
    good.step(call("light('b', level=50)"))
    good.step(answer)
    bad.step(call("light('c')"))
    bad.step(answer)
    expect(good.finish()).toMatchObject({ kind: 'branch', reward: 1, counts: { turns: 1, steps: 2 } })
    expect(good.finish().steps[0]?.turn).toBe(1)
    expect(bad.finish()).toMatchObject({ reward: 0 })
    expect(bad.finish().turns[0]?.differences[0]).toMatchObject({
      expected: { b: 50, c: 0 },
      actual: { b: 0, c: 100 },
    })
    expect(episode.finish().steps).toHaveLength(2)
  })

  it('can be put into the expected state when every branch of a turn failed', () => {
    for (const groundTruth of [undefined, new SharedGroundTruth(twoTurns, lampContext)]) {
      const first = start(twoTurns, groundTruth === undefined ? {} : { groundTruth })
      first.step(answer)
      const second = first.branch(branchIdentity(1))
      second.resetToExpected()
      second.step(call("light('b', level=50)"))
      expect(second.step(answer).turn?.reward).toBe(1)
      expect(first.step(call(powerOn, "light('b', level=50)")).turn).toBeNull()
      expect(first.step(answer).turn?.reward).toBe(0)
    }
  })

  it('start at a turn boundary only', () => {
    const episode = start(twoTurns)
    episode.step(call(powerOn))
    expect(() => episode.branch(branchIdentity(0))).toThrow('boundary')
    expect(() => episode.resetToExpected()).toThrow('boundary')
  })
})
