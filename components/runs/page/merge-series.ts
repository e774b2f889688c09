import type { ApiOutput } from '@/components/data/api-types'
import { type UnpackedSeries, unpackSeries } from '@/server/core/metrics/packed-series'

/** As it is sent: by columns. */
export type SentSeries = ApiOutput['runs']['series']

/** Series of a run as charts use them. */
export interface RunSeriesData {
  readonly width: number
  readonly series: readonly UnpackedSeries[]
  /** Greatest known step. */
  readonly last: number
}

export const readSent = ({ series, ...rest }: SentSeries): RunSeriesData => ({
  ...rest,
  series: series.map(unpackSeries),
})

/**
 * Steps before the last known one that are read again: a validation of a step arrives after the step's
 * training metrics.
 */
const overlap = 50

/** After which step to ask for more. */
export const askAfter = (known: RunSeriesData): number => Math.max(-1, known.last - overlap)

/** More points than this in a series: it is time to read everything again, more coarsely. */
const mostPoints = 2500

export const isTooFine = (data: RunSeriesData): boolean => data.series.some(({ points }) => points.length > mostPoints)

/** Puts what was read after a step, at the same width, in the place of what was known there. */
export function mergeSeries(known: RunSeriesData, more: RunSeriesData, after: number): RunSeriesData {
  const merged = new Map(known.series.map((row) => [row.name, row]))
  for (const row of more.series) {
    // A bucket that has grown since takes the place of its earlier state.
    const first = row.points[0]
    const bucket = row.width === 1 || !first ? Number.POSITIVE_INFINITY : Math.floor(first.step / row.width)
    const before = (merged.get(row.name)?.points ?? []).filter(
      ({ step }) => step <= after && Math.floor(step / row.width) < bucket,
    )
    merged.set(row.name, { ...row, points: [...before, ...row.points] })
  }
  return { width: known.width, series: [...merged.values()], last: Math.max(known.last, more.last) }
}

/** Puts what was read of a range, finer, in the place of what was known there. */
export function refineSeries(known: RunSeriesData, finer: RunSeriesData, [from, to]: readonly [number, number]) {
  const inside = new Map(finer.series.map((row) => [row.name, row.points]))
  const series = known.series.map((row) => {
    const points = inside.get(row.name)
    if (!points) return row
    const before = row.points.filter(({ step }) => step < from)
    // A point's step is the last one that it stands for.
    const after = row.points.filter(({ step }) => step - row.width >= to)
    return { ...row, points: [...before, ...points, ...after] }
  })
  return { ...known, series }
}
