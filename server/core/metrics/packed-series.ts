/** A series by columns: a tenth of the work to send of what a list of points would be. */
export interface PackedSeries {
  readonly name: string
  /** Steps that a point stands for: 1 for raw points. */
  readonly width: number
  /** Ascending; of a bucket its last. */
  readonly steps: readonly number[]
  /** The last value at or below each step; may be NaN or infinite. */
  readonly values: readonly number[]
  /** Of buckets only. */
  readonly buckets: {
    /** Of the finite values; null where none is finite. */
    readonly min: readonly (number | null)[]
    readonly max: readonly (number | null)[]
    /** So many values are NaN or infinite. */
    readonly nonFinite: readonly number[]
  } | null
}

/** A point, or a bucket of neighbouring steps with its extremes. */
export interface SeriesPoint {
  readonly step: number
  readonly value: number
  /** Null for raw points. */
  readonly min: number | null
  readonly max: number | null
  readonly nonFinite: number
}

export interface UnpackedSeries {
  readonly name: string
  readonly width: number
  readonly points: readonly SeriesPoint[]
}

/** The series as a list of points. */
export function unpackSeries({ name, width, steps, values, buckets }: PackedSeries): UnpackedSeries {
  const points = steps.map((step, index) => {
    const value = values[index] ?? Number.NaN
    const nonFinite = buckets ? (buckets.nonFinite[index] ?? 0) : Number.isFinite(value) ? 0 : 1
    return { step, value, min: buckets?.min[index] ?? null, max: buckets?.max[index] ?? null, nonFinite }
  })
  return { name, width, points }
}
