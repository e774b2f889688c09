import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Rng } from '@/server/core/rng'
import { type Curriculum, curriculumSchema, type Gate, type GateCriterion } from './curriculum'
import { paperCurriculum, starterCurriculum } from './default-curriculum'
import { judgeGate } from './gate'
import type { StageValidation } from './trend'

const gate: Gate = {
  minSteps: 20,
  maxSteps: 100,
  validateEvery: 5,
  validationSamples: 4,
  window: 4,
  maxSlope: 0.003,
  maxGradientVariation: 0.5,
  advanceAtLimit: true,
}

/** A validation in which dialogue d scores `metric` plus a fixed difference of its own and some noise. */
function validation(step: number, metric: number, norms: readonly number[], noise = 0.02): StageValidation {
  const rng = Rng.seeded(step, 'noise')
  const byDialogue: Record<string, number> = {}
  for (let d = 0; d < 20; d++) {
    const own = ((d % 5) - 2) * 0.1
    byDialogue[`${d}`] = Math.min(1, Math.max(0, metric + own + (rng.next() - 0.5) * noise))
  }
  const values = Object.values(byDialogue)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { step, result: { metric: mean, byDialogue, accuracy: mean / 2, gradientNorms: norms } }
}

const steady = [1, 1.1, 0.9, 1, 1.05]

const curve = (metrics: readonly number[], norms: (index: number) => readonly number[] = () => steady) =>
  metrics.map((metric, index) => validation(index * 5, metric, index === 0 ? [] : norms(index)))

function judge(validations: readonly StageValidation[], changes: Partial<Gate> = {}) {
  const step = validations.at(-1)?.step ?? 0
  return judgeGate({ gate: { ...gate, ...changes }, step, validations, rng: Rng.seeded(1, step) })
}

const criterion = (criteria: readonly GateCriterion[], name: GateCriterion['name']) =>
  criteria.find((candidate) => candidate.name === name)

describe('judgeGate', () => {
  it('waits while the metric still rises', () => {
    const verdict = judge(curve([0.2, 0.3, 0.4, 0.5, 0.6]))
    expect(verdict.verdict).toBe('wait')
    expect(criterion(verdict.criteria, 'accuracy_converged')).toMatchObject({ met: false, threshold: 0.003 })
    expect(verdict.reason).toContain('Convergence')
  })

  it('passes when the metric is flat above its start and the gradient norm is stable', () => {
    const verdict = judge(curve([0.2, 0.4, 0.5, 0.5, 0.5, 0.5]))
    expect(verdict.verdict).toBe('pass')
    expect(verdict.criteria.filter((c) => !c.met).map((c) => c.name)).toEqual(['max_steps', 'collapse'])
  })

  it('says stalled, never pass, when the metric is flat without a gain', () => {
    const verdict = judge(curve([0.5, 0.5, 0.5, 0.5, 0.5]))
    expect(verdict.verdict).toBe('stalled')
    expect(criterion(verdict.criteria, 'gain')?.met).toBe(false)
  })

  it('does not call a metric at its ceiling stalled', () => {
    const full = (step: number): StageValidation => ({
      step,
      result: { metric: 1, byDialogue: { a: 1, b: 1 }, accuracy: 1, gradientNorms: steady },
    })
    expect(judge([0, 5, 10, 15, 20].map(full)).verdict).toBe('pass')
  })

  it('waits while the gradient norm is unstable', () => {
    const verdict = judge(curve([0.2, 0.5, 0.5, 0.5, 0.5], (index) => [0.1 * index ** 2, 3, 0.2]))
    expect(verdict.verdict).toBe('wait')
    expect(criterion(verdict.criteria, 'gradient_stable')?.met).toBe(false)
  })

  it('stops at the maximum and says whether the next stage starts', () => {
    const rising = curve([0.1, 0.2, 0.3, 0.4, 0.5])
    expect(judge(rising, { maxSteps: 20 })).toMatchObject({ verdict: 'limit' })
    expect(judge(rising, { maxSteps: 20 }).reason).toContain('next stage starts')
    expect(judge(rising, { maxSteps: 20, advanceAtLimit: false }).reason).toContain('run stops')
  })

  it('sees a collapse: the metric falls while the gradient norm climbs', () => {
    const falling = curve([0.5, 0.6, 0.5, 0.3, 0.1], (index) => steady.map((norm) => norm * 0.3 * index ** 2))
    const verdict = judge(falling)
    expect(verdict.verdict).toBe('collapse')
    expect(verdict.reason).toContain('falls')
    expect(judge(curve([0.5, 0.6, 0.5, 0.3, 0.1])).verdict).toBe('wait')
  })

  it('takes a gradient norm that is not finite as a collapse', () => {
    const verdict = judge(curve([0.2, 0.3], () => [1, Number.NaN]))
    expect(verdict).toMatchObject({ verdict: 'collapse', reason: 'A gradient norm is not finite.' })
  })

  it('counts a metric that falls with a calm gradient as not converged', () => {
    const verdict = judge(curve([0.1, 0.8, 0.7, 0.6, 0.5]))
    expect(criterion(verdict.criteria, 'accuracy_converged')?.met).toBe(false)
  })

  it('never passes or stalls before the minimum, and never passes without a full window', () => {
    const metrics = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(metrics, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 2, max: 6 }), (values, min, window) => {
        const validations = curve(values)
        const step = validations.at(-1)?.step ?? 0
        const { verdict } = judge(validations, { minSteps: min, window })
        if (step < min) expect(['wait', 'limit', 'collapse']).toContain(verdict)
        if (values.length < window) expect(['pass', 'stalled']).not.toContain(verdict)
      }),
      { numRuns: 60 },
    )
  })

  it('says in points, percent and steps what was measured and what is asked', () => {
    const { criteria } = judge(curve([0.2, 0.4, 0.5, 0.5, 0.5, 0.5]))
    const details = Object.fromEntries(criteria.map(({ name, detail }) => [name, detail]))
    expect(details.min_steps).toBe('25 of at least 20 training steps.')
    expect(details.accuracy_converged).toMatch(/points a step .* flat is an upper end within ±0\.300 points\.$/)
    expect(details.gain).toMatch(/^\d+\.\d points over the stage's start .* it has to be above 0\.$/)
    expect(details.gradient_stable).toMatch(/over 20 steps \(\d+ % of it, at most 50 %\)\.$/)
  })

  it('writes what falls with the sign of a figure, not with a hyphen', () => {
    const { criteria } = judge(curve([0.7, 0.6, 0.5, 0.4, 0.3]))
    expect(criterion(criteria, 'accuracy_converged')?.detail).toMatch(/^Slope of the validation metric −\d/)
    expect(criterion(criteria, 'gain')?.detail).toMatch(/^−\d+\.\d points over the stage's start/)
    expect(criteria.map(({ detail }) => detail).join(' ')).not.toMatch(/-\d/)
  })

  it('does not depend on the order in which dialogues are listed', () => {
    const validations = curve([0.2, 0.4, 0.5, 0.49, 0.51, 0.5])
    const named = (order: 1 | -1) =>
      validations.map(({ step, result }) => {
        const entries = Object.entries(result.byDialogue).map(([name, value]) => [`d${name}`, value] as const)
        return {
          step,
          result: { ...result, byDialogue: Object.fromEntries(order === 1 ? entries : entries.toReversed()) },
        }
      })
    expect(judge(named(1))).toEqual(judge(named(-1)))
  })

  it('waits when no dialogue was validated every time', () => {
    const validations = curve([0.2, 0.5, 0.5, 0.5, 0.5]).map(({ step, result }) => {
      return { step, result: { ...result, byDialogue: { [`only-${step}`]: result.metric } } }
    })
    const { verdict, criteria } = judge(validations)
    expect(verdict).toBe('wait')
    expect(criterion(criteria, 'accuracy_converged')).toMatchObject({ met: false, value: null })
  })

  it('gives the same verdict for the same inputs', () => {
    const validations = curve([0.2, 0.4, 0.5, 0.49, 0.51, 0.5])
    expect(judge(validations)).toEqual(judge(validations))
  })
})

describe('a curriculum', () => {
  const [syntax, hints] = starterCurriculum.stages
  const problems = (stages: readonly unknown[]) =>
    curriculumSchema
      .safeParse({ ...starterCurriculum, stages })
      .error?.issues.map(({ path, message }) => [path, message])

  it('has a name of its own for each stage', () => {
    expect(problems([syntax, hints, { ...hints, title: 'Again' }])).toEqual([
      [['stages', 2, 'name'], 'another stage has the name hints'],
    ])
  })

  it('has gates that can be reached', () => {
    const late = { ...syntax, gate: { ...syntax?.gate, minSteps: 11, maxSteps: 10 } }
    expect(problems([late])).toEqual([[['stages', 0, 'gate', 'maxSteps'], 'at least 11 steps, but at most 10']])
  })
})

describe('default curricula', () => {
  it.each([paperCurriculum, starterCurriculum])('$name has the four stages of the method', (curriculum: Curriculum) => {
    expect(curriculumSchema.parse(curriculum)).toEqual(curriculum)
    expect(curriculum.stages.map(({ reward, feedback }) => [reward, feedback])).toEqual([
      ['syntax', 'standard'],
      ['progress', 'augmented'],
      ['progress', 'augmented'],
      ['progress', 'standard'],
    ])
    expect(curriculum.stages.map(({ data }) => data.splits.length)).toEqual([1, 1, 4, 4])
    for (const { gate: own } of curriculum.stages) expect(own.minSteps).toBeLessThan(own.maxSteps)
  })
})
