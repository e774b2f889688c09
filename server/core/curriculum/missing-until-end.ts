import { countOf } from '../count-of'
import type { Gate, GateCriterion } from './curriculum'

export interface StageStanding {
  readonly gate: Gate
  /** Training steps done in the stage now. */
  readonly step: number
  /** Of the stage's newest verdict; empty before the first. */
  readonly criteria: readonly GateCriterion[]
}

/**
 * What has to happen before the stage ends, in words, each a clause; the last says when it ends in any case. Steps are
 * counted from now, what was measured is of the last validation.
 */
export function missingUntilEnd({ gate, step, criteria }: StageStanding): string[] {
  const left = Math.max(0, gate.minSteps - step)
  const untilLimit = Math.max(0, gate.maxSteps - step)
  const open = criteria.filter(({ met }) => !met).flatMap(clauseOf)
  const collapse = criteria.find(({ name, met }) => name === 'collapse' && met)
  return [
    ...(collapse ? [`the run stops: ${lowerFirst(collapse.detail)}`] : []),
    ...(left > 0 ? [`at least ${countOf(left, 'more step')}`] : []),
    ...(criteria.length === 0 ? [`the first validation, ${afterSteps(nextValidation(gate, step))}`] : []),
    ...open,
    untilLimit > 0
      ? `${gate.advanceAtLimit ? 'in any case it ends' : 'without that the run stops'} after ${countOf(untilLimit, 'more step')}`
      : gate.advanceAtLimit
        ? 'its limit of steps is reached: the next verdict ends it'
        : 'its limit of steps is reached: the next verdict stops the run',
  ]
}

/** What an open criterion waits for. */
function clauseOf({ name, value, threshold, detail }: GateCriterion): string[] {
  const most = threshold ?? 0
  switch (name) {
    case 'accuracy_converged':
      return [value === null ? lowerFirst(detail) : slopeClause(value, most)]
    case 'gain':
      return [
        value === null
          ? lowerFirst(detail)
          : `no certain gain over the stage’s start yet: its lower end is ${points(value)} points, has to be above ${points(most)}`,
      ]
    case 'gradient_stable':
      return [
        value === null
          ? lowerFirst(detail)
          : `the gradient norm still varies by ${percent(value)}, may vary by ${percent(most)}`,
      ]
    // Said in steps from now, or good when they are not met.
    case 'min_steps':
    case 'max_steps':
    case 'collapse':
      return []
  }
}

/** @param value upper end of the validation metric's slope a step */
function slopeClause(value: number, most: number): string {
  return value > most
    ? `the validation metric may still climb by ${points(value)} points a step, has to be at most ${points(most)}`
    : `the validation metric falls by ${points(-value)} points a step, may fall by ${points(most)}`
}

const nextValidation = ({ validateEvery }: Gate, step: number): number => validateEvery - (step % validateEvery)
const afterSteps = (steps: number): string => `in ${countOf(steps, 'step')}`
const points = (share: number): string => trimmed((100 * share).toFixed(2))
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
const trimmed = (text: string): string => text.replace(/\.?0+$/, '').replace('-', '−')
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
