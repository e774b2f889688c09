import type { ApiOutput } from '@/components/data/api-types'
import { formatFigure } from '@/server/core/health/format-figure'
import { findHealthRule } from '@/server/core/health/health-rules'

export type Finding = ApiOutput['runs']['get']['findings'][number]

const endings = {
  calm: 'calmed down',
  stage: 'its stage ended',
  off: 'the rule was switched off',
  ended: 'the run ended',
  superseded: 'superseded',
} as const

/** The figure that fired the rule, beside its threshold of that time. */
export function figureWords({ rule: id, value, threshold }: Finding): string {
  const unit = findHealthRule(id)?.threshold.unit ?? 'value'
  return `${formatFigure(value, unit)}, warns from ${formatFigure(threshold, unit)}`
}

/** `steps 8–14: calmed down`. */
export function spanWords({ openedStep, closedStep, closedBy }: Finding): string {
  if (closedBy === null) return `since step ${openedStep}`
  const steps =
    closedStep === null || closedStep === openedStep ? `step ${openedStep}` : `steps ${openedStep}–${closedStep}`
  return `${steps}: ${endings[closedBy]}`
}

/** The steps whose values fired it; null where none did, as with a heartbeat. */
export function firedSteps({ evidence }: Finding): readonly [from: number, to: number] | null {
  const steps = evidence
    .filter(({ input }) => input !== 'heartbeat')
    .flatMap(({ points }) => points.map(([step]) => step))
  return steps.length === 0 ? null : [Math.min(...steps), Math.max(...steps)]
}
