import { type StepAxis, trainingSteps } from './step-axis'
import { type ValueAxis, type ValueScale, valueScale } from './value-scale'
import type { Range } from './zoom-keys'

/** One named series as it comes from the server: ascending steps; values may be NaN or infinite. */
export interface LineInput {
  readonly label: string
  readonly color: string
  readonly points: readonly (readonly [step: number, value: number])[]
  /** Where points stand for many steps: the least and greatest value of each, so that no extreme is lost. */
  readonly extremes?: readonly (readonly [step: number, low: number, high: number])[]
  /** Steps among whose neighbours, that a point stands for, are values that are not finite. */
  readonly hidden?: readonly number[]
  /** Where its steps lie from left to right; absent: at their number. */
  readonly axis?: StepAxis
  readonly dash?: readonly number[]
  readonly width?: number
}

/** A value that cannot be drawn at its height: shown as a mark on the edge of the chart. */
export interface NonFiniteMark {
  readonly x: number
  readonly line: number
  /** `NaN/∞`: some of the values that the point stands for. */
  readonly kind: 'NaN' | '∞' | '−∞' | 'NaN/∞'
}

/** null: a value that cannot be drawn, a gap; undefined: the line was not measured at this step, it goes on. */
export type LineRow = readonly (number | null | undefined)[]

export interface PreparedLines {
  /** Ascending union of the places of all steps. */
  readonly xs: readonly number[]
  /** One row a line, aligned with `xs`. */
  readonly rows: readonly LineRow[]
  /** A band a line, of its extremes by place; null: every point is a measurement. */
  readonly bands: readonly (LineInput['extremes'] | null)[]
  readonly marks: readonly NonFiniteMark[]
  readonly domain: Range
  readonly scale: ValueScale
}

export interface LineView {
  readonly axis?: ValueAxis
  /** Least and greatest value to be shown, whatever the lines have; a logarithmic axis takes no notice. */
  readonly fixed?: Range | undefined
  /** The shown range; the domain is that of the values in it. null: everything. */
  readonly within?: Range | null
}

const kindOf = (value: number): NonFiniteMark['kind'] => (Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞')

/** Aligns lines from left to right. NaN and infinities are gaps with marks, never 0. */
export function prepareLines(lines: readonly LineInput[], view: LineView = {}): PreparedLines {
  const placed = lines.map(({ axis = trainingSteps, points, extremes, hidden }) => ({
    points: points.map(([step, value]) => [axis.at(step), value] as const),
    extremes: extremes?.map(([step, low, high]) => [axis.at(step), low, high] as const) ?? [],
    hidden: hidden?.map(axis.at) ?? [],
  }))
  const xs = [...new Set(placed.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b)
  const position = new Map(xs.map((x, index) => [x, index]))
  const marks: NonFiniteMark[] = []
  const rows = placed.map(({ points, hidden }, line) => {
    const row: (number | null | undefined)[] = new Array(xs.length).fill(undefined)
    for (const [x, value] of points) {
      const at = position.get(x)
      if (at === undefined) continue
      row[at] = Number.isFinite(value) ? value : null
      if (!Number.isFinite(value)) marks.push({ x, line, kind: kindOf(value) })
    }
    for (const x of hidden) marks.push({ x, line, kind: 'NaN/∞' })
    return row
  })
  const within = view.within ?? null
  const values = placed.flatMap(({ points, extremes }) => [
    ...inSight(points, within).flatMap(([, value]) => (Number.isFinite(value) ? [value] : [])),
    ...inSight(extremes, within).flatMap(([, low, high]) => [low, high]),
  ])
  const scale = valueScale(view.axis ?? 'linear', values)
  const isFixed = view.fixed && scale.kind === 'linear'
  return {
    ...{ xs, rows, marks, scale },
    bands: placed.map(({ extremes }) => (extremes.length > 0 ? extremes : null)),
    domain: isFixed && view.fixed ? view.fixed : domainOf(values, scale),
  }
}

/** What lies in the range, and the ends of lines that come into it from outside. */
function inSight<P extends readonly [number, ...unknown[]]>(points: readonly P[], within: Range | null): readonly P[] {
  if (!within) return points
  const [from, to] = within
  return points.filter(([x], index) => {
    if (x >= from && x <= to) return true
    const [before, after] = [points[index - 1]?.[0], points[index + 1]?.[0]]
    return (x < from && after !== undefined && after > from) || (x > to && before !== undefined && before < to)
  })
}

/** Lowest and highest value with a margin of 5 % of the height; [0, 1] when there is none. */
function domainOf(values: readonly number[], { kind, forward, inverse }: ValueScale): Range {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return [0, 1]
  const span = forward(high) - forward(low)
  const margin = (span || (kind === 'linear' && Math.abs(high)) || 1) * 0.05
  const below = inverse(forward(low) - margin)
  return [kind !== 'log' && low >= 0 && below < 0 ? 0 : below, inverse(forward(high) + margin)]
}

/** Exponential moving average with weight `strength` (0–1) on the past; restarts after a gap. */
export function smooth(row: LineRow, strength: number): LineRow {
  let past: number | null = null
  return row.map((value) => {
    if (value === undefined) return undefined
    past = value === null || past === null ? value : past * strength + value * (1 - strength)
    return past
  })
}
