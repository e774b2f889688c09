import { niceTicks } from './nice-ticks'

export type ValueAxis = 'linear' | 'log'

/** How values become heights; `forward` rises strictly over all values that the scale was made for. */
export interface ValueScale {
  readonly kind: 'linear' | 'log' | 'symlog'
  /** Of symlog: between minus this and this the axis is about linear. */
  readonly threshold: number | null
  readonly forward: (value: number) => number
  readonly inverse: (height: number) => number
  readonly ticks: (low: number, high: number) => readonly number[]
}

/** Decades below the greatest magnitude that a symlog axis tells apart from zero. */
const mostDecades = 6
const mostTicks = 6

export const linearScale: ValueScale = {
  kind: 'linear',
  threshold: null,
  forward: (value) => value,
  inverse: (height) => height,
  ticks: (low, high) => niceTicks(low, high, mostTicks),
}

const logScale: ValueScale = {
  kind: 'log',
  threshold: null,
  forward: Math.log10,
  inverse: (height) => 10 ** height,
  ticks: (low, high) => {
    const decades = powers(low, high)
    if (decades.length > 2) return thinned(decades)
    const between = decades.concat(decades.length === 0 ? [10 ** Math.floor(Math.log10(low))] : [])
    const fine = [...between, ...(between[0] ? [between[0] / 10] : [])].flatMap((power) =>
      [1, 2, 5].map((n) => n * power),
    )
    const inside = [...new Set(fine)].filter((tick) => tick >= low && tick <= high).sort((a, b) => a - b)
    return inside.length >= 2 ? inside : niceTicks(low, high, mostTicks)
  },
}

/**
 * The scale for these values. A logarithmic axis has no place for zero and below: where such values occur it is
 * symlog, sign(v) · log10(1 + |v| ÷ c), with c the power of ten at or below the least magnitude that is not zero, but
 * at most six decades below the greatest.
 */
export function valueScale(axis: ValueAxis, values: Iterable<number>): ValueScale {
  if (axis === 'linear') return linearScale
  let least = Number.POSITIVE_INFINITY
  let greatest = 0
  let isPositive = true
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value <= 0) isPositive = false
    const size = Math.abs(value)
    if (size > 0 && size < least) least = size
    if (size > greatest) greatest = size
  }
  if (greatest === 0) return linearScale
  return isPositive
    ? logScale
    : symlogScale(10 ** Math.floor(Math.log10(Math.max(least, greatest / 10 ** mostDecades, 1e-300))))
}

function symlogScale(threshold: number): ValueScale {
  return {
    kind: 'symlog',
    threshold,
    // log1p and expm1 keep what is next to nothing beside the threshold
    forward: (value) => (Math.sign(value) * Math.log1p(Math.abs(value) / threshold)) / Math.LN10,
    inverse: (height) => Math.sign(height) * threshold * Math.expm1(Math.abs(height) * Math.LN10),
    ticks: (low, high) => {
      const above = powers(threshold, high)
      const below = powers(threshold, -low)
        .map((power) => -power)
        .reverse()
      const zero = low <= 0 && high >= 0 ? [0] : []
      const inside = [...thinned(below), ...zero, ...thinned(above)].filter((tick) => tick >= low && tick <= high)
      return inside.length >= 2 ? inside : niceTicks(low, high, mostTicks)
    },
  }
}

/** Powers of ten between two positive numbers. */
function powers(low: number, high: number): number[] {
  if (!(low > 0) || !(high >= low)) return []
  const first = Math.ceil(Math.log10(low) - 1e-9)
  const last = Math.floor(Math.log10(high) + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => 10 ** (first + index))
}

function thinned(ticks: readonly number[]): number[] {
  const every = Math.ceil(ticks.length / mostTicks)
  return ticks.filter((_, index) => index % every === 0)
}
