import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Gate } from './curriculum'
import { paperCurriculum, starterCurriculum } from './default-curriculum'
import { earliestPass } from './earliest-pass'
import { judgeGate } from './gate'
import { gateRng } from './gate-rng'

/** The steps at which a trainer validates a stage of this gate. */
const validated = ({ maxSteps, validateEvery }: Gate) =>
  Array.from({ length: maxSteps + 1 }, (_, step) => step).filter(
    (step) => step % validateEvery === 0 || step === maxSteps,
  )

/** Tries a stage that has nothing left to learn: the first pass that there can be. */
function firstPass(gate: Gate): number | null {
  const byDialogue = { a: 1, b: 1 }
  const validations = validated(gate).map((step) => {
    return { step, result: { metric: 1, byDialogue, accuracy: 1, gradientNorms: step === 0 ? [] : [1, 1] } }
  })
  const passed = validations.find(({ step }, index) => {
    const verdict = judgeGate({ gate, step, validations: validations.slice(0, index + 1), rng: gateRng(0, 0, step) })
    return verdict.verdict === 'pass'
  })
  return passed?.step ?? null
}

describe('the earliest pass of a gate', () => {
  it('is where a stage that learned at once would have passed', () => {
    const gates = fc.record({
      minSteps: fc.integer({ min: 0, max: 20 }),
      maxSteps: fc.integer({ min: 1, max: 30 }),
      validateEvery: fc.integer({ min: 1, max: 12 }),
      window: fc.integer({ min: 2, max: 6 }),
    })
    fc.assert(
      fc.property(gates, (part) => {
        const gate = { ...part, validationSamples: 1, maxSlope: 0.1, maxGradientVariation: 1, advanceAtLimit: true }
        expect(earliestPass(gate)).toBe(firstPass(gate))
      }),
      { numRuns: 150 },
    )
  })

  it('says of the defaults which stages can pass, and from which step on', () => {
    expect(starterCurriculum.stages.map(({ gate }) => earliestPass(gate))).toEqual([null, 20, 20, 15])
    expect(paperCurriculum.stages.map(({ gate }) => earliestPass(gate))).toEqual([20, 20, 40, 40])
  })
})
