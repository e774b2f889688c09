import { describe, expect, it } from 'vitest'
import { answer, broken, call, play, powerOn, start, twoTurns } from './testing/lamp-episode'
import { lampTask } from './testing/lamp-room'

describe('a truncated episode', () => {
  it.each(['length', 'context', 'timeout'] as const)('says that it ran out of %s', (reason) => {
    const episode = start(lampTask([{ expected: ["level('a')"] }]), { profile: 'bfcl' })
    episode.step(call("level('a')"))
    episode.truncate(reason)
    const verdict = 'multi_turn:force_terminated'
    expect(episode.finish()).toMatchObject({ truncated: reason, success: false, verdict, rewards: { progress: 0 } })
  })

  it('earns nothing for a turn that had to stay empty and was still open', () => {
    const episode = start(lampTask([{ expected: [] }, { expected: [powerOn] }], { split: 'miss_param' }))
    episode.truncate('timeout')
    expect(episode.finish().turns.map((turn) => turn.reward)).toEqual([0])
  })

  it('stays as it was when it is over already', () => {
    const episode = start(lampTask([{ expected: ["level('a')"] }]))
    play(episode, [call("level('a')"), answer])
    episode.truncate('length')
    expect(episode.finish()).toMatchObject({ truncated: null, reward: 1 })
  })
})

describe('the benchmark profile', () => {
  it('ends the turn without feedback at a step that cannot be decoded', () => {
    const episode = start(twoTurns, { profile: 'bfcl' })
    episode.step(call(powerOn, "light('a')"))
    expect(episode.step(broken)).toMatchObject({ outcome: 'turn_passed', notice: null, next: { index: 1 } })
    expect(play(episode, [broken])).toMatchObject({ verdict: 'multi_turn:empty_turn_model_response', success: false })
  })

  it('ends the episode at the 21st executed step of a turn', () => {
    const episode = start(twoTurns, { profile: 'bfcl' })
    for (let i = 0; i < 20; i++) expect(episode.step(call("level('a')")).episodeEnded).toBe(false)
    const last = episode.step(call("level('a')"))
    expect(last).toMatchObject({ episodeEnded: true, next: null })
    expect(episode.finish()).toMatchObject({ truncated: 'steps', verdict: 'multi_turn:force_terminated' })
  })

  it('judges a forced quit in the last turn as usual', () => {
    const episode = start(lampTask([{ expected: ["level('a')"] }]), { profile: 'bfcl' })
    while (!episode.isOver) episode.step(call("level('a')"))
    expect(episode.finish()).toMatchObject({ truncated: 'steps', verdict: 'valid', success: true })
  })
})
