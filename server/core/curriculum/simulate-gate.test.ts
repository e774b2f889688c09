import { describe, expect, it } from 'vitest'
import type { Gate } from './curriculum'
import { judgeGate } from './gate'
import { gateRng } from './gate-rng'
import { type RecordedValidation, simulateGate } from './simulate-gate'

const gate: Gate = {
  minSteps: 10,
  maxSteps: 40,
  validateEvery: 5,
  validationSamples: 4,
  window: 3,
  maxSlope: 0.004,
  maxGradientVariation: 0.6,
  advanceAtLimit: true,
}

/** A stage that rises and then stays, validated every five steps. */
const rising = [0.2, 0.4, 0.6, 0.7, 0.71, 0.7, 0.71, 0.7, 0.71].map(
  (metric, index): RecordedValidation => ({
    step: 5 * index,
    endedAt: null,
    result: {
      metric,
      byDialogue: Object.fromEntries(Array.from({ length: 20 }, (_, dialogue) => [`d${dialogue}`, metric])),
      accuracy: metric,
      gradientNorms: index === 0 ? [] : [1, 1.1, 0.9, 1, 1.05],
    },
  }),
)

const simulate = (changes: Partial<Gate> = {}, validations = rising) =>
  simulateGate({ gate: { ...gate, ...changes }, recordedEvery: 5, validations, seed: 7, stage: 1 })

describe('simulating a gate on a recorded series', () => {
  it('gives the verdicts that the gate would have given then', () => {
    const then = rising.map(({ step }, index) =>
      judgeGate({ gate, step, validations: rising.slice(0, index + 1), rng: gateRng(7, 1, step) }),
    )
    expect(simulate().verdicts).toEqual(then)
  })

  it('says where the stage would have ended', () => {
    const { verdicts, end } = simulate()
    expect(verdicts[end ?? -1]).toMatchObject({ verdict: 'pass', step: 25 })
    expect(verdicts.slice(0, end ?? 0).map(({ verdict }) => verdict)).toEqual(['wait', 'wait', 'wait', 'wait', 'wait'])
  })

  it('waits longer for a longer minimum, and ends at a maximum that comes first', () => {
    const late = simulate({ minSteps: 35 })
    expect(late.verdicts[late.end ?? -1]).toMatchObject({ verdict: 'pass', step: 35 })
    const short = simulate({ maxSteps: 15 })
    expect(short.verdicts[short.end ?? -1]).toMatchObject({ verdict: 'limit', step: 15 })
  })

  it('has no end where the recording stops before the gate would have', () => {
    expect(simulate({ minSteps: 60, maxSteps: 90 }).end).toBeNull()
  })

  it('looks less often where it is told to, and then sees every gradient norm since the look before', () => {
    const { validations } = simulate({ validateEvery: 10 })
    expect(validations.map(({ step }) => step)).toEqual([0, 10, 20, 30, 40])
    expect(validations[1]?.result.gradientNorms).toHaveLength(10)
  })

  it('cannot look more often than was validated', () => {
    expect(simulate({ validateEvery: 1 }).validations.map(({ step }) => step)).toEqual(rising.map(({ step }) => step))
  })

  it('keeps the look at its maximum, wherever that lies', () => {
    const { validations, verdicts, end } = simulate({ validateEvery: 10, maxSteps: 25 })
    expect(validations.map(({ step }) => step)).toEqual([0, 10, 20, 25, 30, 35, 40])
    expect(verdicts[end ?? -1]).toMatchObject({ verdict: 'limit', step: 25 })
  })

  it('ends where the trainer had no more steps to give, below the maximum', () => {
    const cut = rising.slice(0, 3).map((point, index) => ({ ...point, endedAt: index === 2 ? 10 : null }))
    const { verdicts, end } = simulate({}, cut)
    expect(verdicts[end ?? -1]).toMatchObject({ verdict: 'limit', step: 10 })
  })
})
