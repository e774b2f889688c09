import { describe, expect, it } from 'vitest'
import type { Gate, GateCriterion } from './curriculum'
import { missingUntilEnd } from './missing-until-end'

const gate: Gate = {
  ...{ minSteps: 10, maxSteps: 30, validateEvery: 2, validationSamples: 1, window: 4 },
  ...{ maxSlope: 0.005, maxGradientVariation: 0.6, advanceAtLimit: true },
}
const criterion = (
  name: GateCriterion['name'],
  value: number | null,
  threshold: number,
  met = false,
): GateCriterion => ({
  ...{ name, value, threshold, met, detail: 'Too few validations to tell.' },
})

describe('what is missing until a stage ends', () => {
  it('counts steps from now and says how far each criterion is from being met', () => {
    const criteria = [
      criterion('min_steps', 4, 10),
      criterion('accuracy_converged', 0.008, 0.005),
      criterion('gain', -0.017, 0),
      criterion('gradient_stable', 0.71, 0.6),
      criterion('max_steps', 4, 30),
      criterion('collapse', 1.1, 2),
    ]
    expect(missingUntilEnd({ gate, step: 6, criteria })).toEqual([
      'at least 4 more steps',
      'the validation metric may still climb by 0.8 points a step, has to be at most 0.5',
      'no certain gain over the stage’s start yet: its lower end is −1.7 points, has to be above 0',
      'the gradient norm still varies by 71 %, may vary by 60 %',
      'in any case it ends after 24 more steps',
    ])
  })
  it('leaves out what is met', () => {
    const criteria = [criterion('accuracy_converged', 0.001, 0.005, true), criterion('gain', 0.02, 0, true)]
    expect(missingUntilEnd({ gate, step: 29, criteria })).toEqual(['in any case it ends after 1 more step'])
  })
  it('says that a metric falls rather than that it climbs', () => {
    expect(missingUntilEnd({ gate, step: 12, criteria: [criterion('accuracy_converged', -0.01, 0.005)] })[0]).toBe(
      'the validation metric falls by 1 points a step, may fall by 0.5',
    )
  })
  it('waits for the first validation, and for enough of them', () => {
    expect(missingUntilEnd({ gate, step: 1, criteria: [] })).toContain('the first validation, in 1 step')
    expect(missingUntilEnd({ gate, step: 4, criteria: [criterion('gain', null, 0)] })).toContain(
      'too few validations to tell',
    )
  })
  it('says when the run stops instead', () => {
    const strict = { ...gate, advanceAtLimit: false }
    expect(missingUntilEnd({ gate: strict, step: 20, criteria: [] }).at(-1)).toBe(
      'without that the run stops after 10 more steps',
    )
    const collapse = { ...criterion('collapse', 3, 2, true), detail: 'A gradient norm is not finite.' }
    expect(missingUntilEnd({ gate, step: 30, criteria: [collapse] })).toEqual([
      'the run stops: a gradient norm is not finite',
      'its limit of steps is reached: the next verdict ends it',
    ])
  })
})
