import type { StageValidation } from '@/server/core/curriculum/trend'

export interface GateChartPoint {
  readonly step: number
  /** Places in percent of the plot, from the left and from the top; null: the value cannot be drawn. */
  readonly x: number
  readonly metric: number | null
  readonly accuracy: number | null
  /** Mean gradient norm since the validation before; null: there was none, or it is not finite. */
  readonly norm: number | null
}

export interface GateChart {
  readonly points: readonly GateChartPoint[]
  /** Greatest finite gradient norm: the top of its plot. */
  readonly topNorm: number
  readonly lastStep: number
  /** The place of a step in percent; beyond the recording it is the right edge. */
  readonly at: (step: number) => number
}

/** Places of a stage's validations in a plot of shares (0–1) and in one of gradient norms below it. */
export function prepareGateChart(validations: readonly StageValidation[]): GateChart {
  const lastStep = Math.max(1, validations.at(-1)?.step ?? 0)
  const norms = validations.map(({ result }) => meanOf(result.gradientNorms))
  const topNorm = Math.max(0, ...norms.filter((norm) => norm !== null)) || 1
  const at = (step: number) => (100 * Math.min(step, lastStep)) / lastStep
  const points = validations.map(({ step, result }, index): GateChartPoint => {
    const norm = norms[index] ?? null
    return {
      ...{ step, x: at(step), metric: fromTop(result.metric), accuracy: fromTop(result.accuracy) },
      norm: norm === null ? null : 100 - (100 * norm) / topNorm,
    }
  })
  return { points, topNorm, lastStep, at }
}

const fromTop = (share: number): number | null => (Number.isFinite(share) ? 100 - 100 * share : null)

function meanOf(values: readonly number[]): number | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Number.isFinite(mean) ? mean : null
}

/** An SVG path through places; a missing one is a gap. */
export function linePath(points: readonly { readonly x: number; readonly y: number | null }[]): string {
  let isDown = false
  const parts: string[] = []
  for (const { x, y } of points) {
    if (y !== null) parts.push(`${isDown ? 'L' : 'M'}${x.toFixed(2)} ${y.toFixed(2)}`)
    isDown = y !== null
  }
  return parts.join('')
}
