import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgentStep } from './agent-step'
import { PlayedGroundTruth, SharedGroundTruth } from './ground-truth'
import { answer, broken, call, play, powerOn, start, twoTurns } from './testing/lamp-episode'
import { lampContext } from './testing/lamp-room'

const anyStep: fc.Arbitrary<AgentStep> = fc.oneof(
  fc.constant(answer),
  fc.constant(broken),
  fc
    .array(fc.constantFrom(powerOn, "light('a')", "light('b', level=50)", "light('z')", "level('a')", 'nope()'), {
      maxLength: 3,
    })
    .map((texts) => call(...texts)),
)

const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 20 })
const anyProfile = fc.constantFrom('training' as const, 'bfcl' as const)

describe('determinism', () => {
  it('gives the same record for the same steps, with a ground truth of its own or a shared one', () => {
    const groundTruth = new SharedGroundTruth(twoTurns, lampContext)
    fc.assert(
      fc.property(anySteps, anyProfile, (steps, profile) => {
        const record = play(start(twoTurns, { profile }), steps)
        expect(play(start(twoTurns, { profile }), steps)).toEqual(record)
        expect(play(start(twoTurns, { profile, groundTruth }), steps)).toEqual(record)
      }),
    )
  })

  it('is not disturbed by clones that go on from any point', () => {
    fc.assert(
      fc.property(anySteps, anySteps, fc.nat(20), fc.boolean(), (steps, others, at, isShared) => {
        const groundTruth = isShared
          ? new SharedGroundTruth(twoTurns, lampContext)
          : new PlayedGroundTruth(twoTurns, lampContext)
        const whole = play(start(twoTurns), steps)
        const episode = start(twoTurns, { groundTruth })
        play(episode, steps.slice(0, at))
        const clone = episode.clone()
        play(clone, others)
        expect(play(episode, steps.slice(at))).toEqual(whole)
        expect(clone.finish().steps.slice(0, Math.min(at, whole.steps.length))).toEqual(whole.steps.slice(0, at))
      }),
    )
  })
})
