import type { HealthUnit } from './health-rule'

/** A rule's figure in its unit, for people. */
export function formatFigure(value: number, unit: HealthUnit): string {
  switch (unit) {
    case 'share':
      return `${(value * 100).toFixed(1)}\u00a0%`
    case 'seconds':
      return value < 120 ? `${Math.round(value)}\u00a0s` : `${Math.round(value / 60)}\u00a0min`
    case 'nats':
      return `${value.toPrecision(3)}\u00a0nats`
    case 'value':
      return value.toPrecision(3)
  }
}
