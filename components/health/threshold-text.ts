import { formatFigure } from '@/server/core/health/format-figure'
import type { HealthThreshold, HealthUnit } from '@/server/core/health/health-rule'

const units: Readonly<Record<HealthUnit, string>> = { share: '%', nats: 'nats', seconds: 's', value: 'value' }

/** The unit in which a threshold is written. */
export const thresholdUnit = ({ unit }: HealthThreshold): string => units[unit]

/** A threshold as it stands in the field: shares in percent. */
export const thresholdText = (value: number, unit: HealthUnit): string =>
  String(unit === 'share' ? Number((value * 100).toPrecision(12)) : value)

/** What stands in the field: a threshold, null for the rule's own, or what is wrong with it. */
export function readThreshold(text: string, { unit, least, most }: HealthThreshold): number | null | string {
  const trimmed = text.trim().replace(/\s*%$/, '')
  if (trimmed === '') return null
  const number = Number(trimmed)
  const value = unit === 'share' ? number / 100 : number
  if (value >= least && value <= most) return value
  return `A number that makes ${formatFigure(least, unit)} to ${formatFigure(most, unit)}.`
}
