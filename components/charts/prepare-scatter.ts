import { niceTicks } from './nice-ticks'
import type { Range } from './zoom-keys'

/** A place that a dot came by, such as a checkpoint. */
export interface PathPoint {
  /** Short, as it is written beside it. */
  readonly short: string
  readonly label: string
  readonly x: number
  readonly y: number
  readonly href: string
}

export interface Dot {
  readonly label: string
  readonly color: string
  readonly x: number
  readonly y: number
  /** 95 % intervals, where they are known. */
  readonly xInterval?: Range
  readonly yInterval?: Range
  /** Page of what it stands for. */
  readonly href?: string
  /** Where it came by, in order; drawn as a line when the dot is picked. */
  readonly path?: readonly PathPoint[]
}

export interface PreparedScatter {
  /** The same range both ways, so that the diagonal is a diagonal. */
  readonly range: Range
  readonly ticks: readonly number[]
  /** In reading order, from left to right; dots with a coordinate that is not finite are left out. */
  readonly dots: readonly Dot[]
}

const margin = 0.05

/** Two shares of each thing against each other: a range that holds all dots and paths, within 0 and 1. */
export function prepareScatter(dots: readonly Dot[]): PreparedScatter {
  const drawn = dots.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)).sort((a, b) => a.x - b.x)
  // With all paths, so that nothing moves when one is drawn.
  const values = drawn.flatMap(({ x, y, xInterval = [], yInterval = [], path = [] }) => [
    ...[x, y, ...xInterval, ...yInterval],
    ...path.flatMap((point) => [point.x, point.y]),
  ])
  const low = Math.min(1, ...values)
  const high = Math.max(0, ...values)
  const range: Range =
    drawn.length === 0 ? [0, 1] : [Math.max(0, low - margin), Math.min(1, Math.max(high, low) + margin)]
  return { range, ticks: niceTicks(range[0], range[1], 5), dots: drawn }
}
