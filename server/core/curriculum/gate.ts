import type { Rng } from '@/server/core/rng'
import { collapseCriterion } from './collapse'
import type { Gate, GateCriterion, GateVerdict, GateVerdictName } from './curriculum'
import { type Estimate, metricGain, metricSlope, type StageValidation } from './trend'

/** A window mean from which on there is nothing left to gain. */
const ceiling = 0.98

export interface GateInput {
  readonly gate: Gate
  /** Training steps done in this stage. */
  readonly step: number
  /** Every validation of the stage up to now, in order; the first is the stage's start (step 0 where it was made). */
  readonly validations: readonly StageValidation[]
  /** For the bootstrap over dialogues. Derive it from run seed, stage and step, so that a verdict can be repeated. */
  readonly rng: Rng
}

/**
 * Judges whether a stage is over (arXiv 2510.10197: a stage ends when validation accuracy has converged and the
 * gradient norm is stable). The metric is the stage's own reward on validation tasks as a share; test tasks are
 * never read.
 *
 * * `collapse`: the metric falls while the gradient norm climbs, or a gradient norm is not finite.
 * * `wait`: before `minSteps`, or a criterion is open.
 * * `pass`: converged (the slope's one-sided 95 % upper end is at most `maxSlope`, and the metric does not fall
 *   beyond −`maxSlope`), gained over the stage's start, gradient norm stable.
 * * `limit`: `maxSteps` reached without a pass; whether the next stage starts is the gate's `advanceAtLimit`.
 * * `stalled`: converged without a gain over the stage's start. Never a pass: training goes on until the limit.
 */
export function judgeGate(input: GateInput): GateVerdict {
  const { gate, step, validations } = input
  const start = validations[0]
  const window = validations.slice(-gate.window)
  const complete = window.length === gate.window
  const slope = complete ? metricSlope(window, input.rng) : null
  const gain = complete && start !== undefined ? metricGain(window, start, input.rng) : null
  const criteria = [
    stepsReached('min_steps', step, gate.minSteps),
    converged(gate, window.length, slope),
    gained(window, gain),
    gradientStable(gate, window, complete),
    stepsReached('max_steps', step, gate.maxSteps),
    collapseCriterion(window, slope),
  ]
  const verdict = verdictOf(new Set(criteria.filter(({ met }) => met).map(({ name }) => name)))
  return { verdict, step, criteria, reason: reasonOf(verdict, gate, criteria) }
}

function verdictOf(met: ReadonlySet<GateCriterion['name']>): GateVerdictName {
  if (met.has('collapse')) return 'collapse'
  const isFlat = met.has('accuracy_converged')
  if (met.has('min_steps') && isFlat && met.has('gain') && met.has('gradient_stable')) return 'pass'
  if (met.has('max_steps')) return 'limit'
  return met.has('min_steps') && isFlat && !met.has('gain') ? 'stalled' : 'wait'
}

const stepsReached = (name: 'min_steps' | 'max_steps', step: number, threshold: number): GateCriterion => ({
  name,
  met: step >= threshold,
  value: step,
  threshold,
  detail: `${step} of at ${name === 'min_steps' ? 'least' : 'most'} ${threshold} training steps.`,
})

function converged(gate: Gate, count: number, slope: Estimate | null): GateCriterion {
  const base = { name: 'accuracy_converged', threshold: gate.maxSlope } as const
  if (slope === null) return { ...base, met: false, value: null, detail: tooFew(gate, count) }
  const met = slope.high <= gate.maxSlope && slope.high >= -gate.maxSlope
  const range = `${perStep(slope.value)} a step (one-sided 95 % ends ${perStep(slope.low)} and ${perStep(slope.high)})`
  const detail = `Slope of the validation metric ${range}; flat is an upper end within ±${perStep(gate.maxSlope)}.`
  return { ...base, met, value: slope.high, detail }
}

function gained(window: readonly StageValidation[], gain: Estimate | null): GateCriterion {
  const base = { name: 'gain', threshold: 0 } as const
  if (gain === null) return { ...base, met: false, value: null, detail: 'Too few validations to see a gain.' }
  const mean = window.reduce((sum, point) => sum + point.result.metric, 0) / window.length
  const text = `${points(gain.value)} over the stage's start (one-sided 95 % lower end ${points(gain.low)})`
  if (mean >= ceiling)
    return {
      ...base,
      met: true,
      value: gain.value,
      detail: `${text}; at ${(100 * mean).toFixed(1)} % nothing is left.`,
    }
  return { ...base, met: gain.low > 0, value: gain.low, detail: `${text}; it has to be above 0.` }
}

const tooFew = (gate: Gate, count: number): string =>
  count < gate.window
    ? `${count} of ${gate.window} validations that a slope needs.`
    : 'No dialogue was validated every time, so there is no slope.'

function gradientStable(gate: Gate, window: readonly StageValidation[], complete: boolean): GateCriterion {
  const base = { name: 'gradient_stable', threshold: gate.maxGradientVariation } as const
  const norms = window.flatMap((point) => point.result.gradientNorms)
  if (!complete || norms.length < 2)
    return { ...base, met: false, value: null, detail: 'Too few gradient norms to judge.' }
  const mean = norms.reduce((sum, norm) => sum + norm, 0) / norms.length
  const deviation = Math.sqrt(norms.reduce((sum, norm) => sum + (norm - mean) ** 2, 0) / norms.length)
  const variation = mean === 0 ? 0 : deviation / mean
  if (!Number.isFinite(variation)) return { ...base, met: false, value: null, detail: 'A gradient norm is not finite.' }
  const share = `${(100 * variation).toFixed(0)} % of it, at most ${(100 * gate.maxGradientVariation).toFixed(0)} %`
  const detail = `Gradient norm ${mean.toPrecision(3)} ± ${deviation.toPrecision(2)} over ${norms.length} steps (${share}).`
  return { ...base, met: variation <= gate.maxGradientVariation, value: variation, detail }
}

const perStep = (slope: number): string => pointsOf(slope, 3)
const points = (share: number): string => pointsOf(share, 1)

/** With the sign that is as wide as a plus, as the pages write it. */
const pointsOf = (share: number, digits: number): string => `${(100 * share).toFixed(digits).replace('-', '−')} points`

function reasonOf(verdict: GateVerdictName, gate: Gate, criteria: readonly GateCriterion[]): string {
  const open = criteria.filter(({ name, met }) => !met && name !== 'max_steps' && name !== 'collapse')
  const missing = open.map(({ name, detail }) => `${labels[name]}: ${detail}`).join(' ')
  if (verdict === 'pass') return 'The validation metric has converged above its start and the gradient norm is stable.'
  if (verdict === 'collapse') return criteria.find(({ name }) => name === 'collapse')?.detail ?? 'Collapse.'
  if (verdict === 'stalled') return `The validation metric is flat without a gain over the stage's start. ${missing}`
  const next = gate.advanceAtLimit ? 'the next stage starts all the same' : 'the run stops here'
  if (verdict === 'limit') return `The limit of ${gate.maxSteps} steps is reached; ${next}. ${missing}`
  return `Not yet. ${missing}`
}

const labels: Readonly<Record<GateCriterion['name'], string>> = {
  min_steps: 'Minimum steps',
  max_steps: 'Maximum steps',
  accuracy_converged: 'Convergence',
  gain: 'Gain',
  gradient_stable: 'Gradient norm',
  collapse: 'Collapse',
}
