import type { LineInput, LineRow } from './prepare-lines'
import { trainingSteps } from './step-axis'

/** The point of a line that somebody means, with the steps that it stands for. */
export interface PickedPoint {
  /** Index of the line. */
  readonly line: number
  readonly fromStep: number
  readonly toStep: number
}

/** The value at the place or, for a line that is measured less often, its last one before. */
export function valueAt(row: LineRow | undefined, index: number): number | null {
  for (let at = index; row && at >= 0; at--) {
    const value = row[at]
    if (value !== undefined) return value
  }
  return null
}

/**
 * Which point is meant by a place and a height: the line that is nearest in height there, and of it the point nearest
 * to the place. null where no line has a value.
 */
export function pickPoint(
  lines: readonly LineInput[],
  rows: readonly LineRow[],
  at: { readonly index: number; readonly x: number; readonly height: number },
  forward: (value: number) => number,
): PickedPoint | null {
  let line = -1
  let nearest = Number.POSITIVE_INFINITY
  rows.forEach((row, index) => {
    const value = valueAt(row, at.index)
    const distance = value === null ? Number.POSITIVE_INFINITY : Math.abs(forward(value) - at.height)
    if (distance < nearest) {
      nearest = distance
      line = index
    }
  })
  const input = lines[line]
  return input ? nearestPoint(input, line, at.x) : null
}

function nearestPoint(
  { points, extremes, axis = trainingSteps }: LineInput,
  line: number,
  x: number,
): PickedPoint | null {
  let best = 0
  points.forEach(([step], index) => {
    const known = points[best]
    if (known && Math.abs(axis.at(step) - x) < Math.abs(axis.at(known[0]) - x)) best = index
  })
  const point = points[best]
  if (!point) return null
  // A point that stands for many steps stands for those since the one before.
  const before = points[best - 1]?.[0] ?? -1
  const isWide = extremes !== undefined && extremes.length > 0
  return { line, fromStep: isWide ? Math.min(before + 1, point[0]) : point[0], toStep: point[0] }
}
