import type { HealthUnit } from './health-rule'

/** A rule's figure in its unit, for people. */
export function formatFigure(value: number, unit: HealthUnit): string {
  switch (unit) {
    case 'share':
      return `${(value * 100).toFixed(1)}\u00a0%`
    case 'seconds':
      return value < 120 ? `${Math.round(value)}\u00a0s` : `${Math.round(value / 60)}\u00a0min`
    case 'nats':
      return `${short(value)}\u00a0nats`
    case 'value':
      return short(value)
  }
}

/** At most three digits, without zeros that say nothing: 0.05. */
const short = (value: number): string => String(Number(value.toPrecision(3)))
