/** One value of a series of the database. */
export interface SeriesPoint {
  readonly series: number
  readonly step: number
  /** Milliseconds since the epoch. */
  readonly at: number
  /** NaN and infinities are kept. */
  readonly value: number
}

/** What is kept of the points of a series whose steps lie in `[bucket × width, (bucket + 1) × width)`. */
export interface PointBucket {
  readonly series: number
  readonly width: number
  readonly bucket: number
  readonly count: number
  /** How many of them are NaN or infinite. */
  readonly nonFinite: number
  /** Least and greatest finite value; null: none is finite. */
  readonly min: number | null
  readonly max: number | null
  /** The value at the last step; of several at this step that of the latest time, then the greatest (NaN above all). */
  readonly last: number
  readonly lastStep: number
}

/** The buckets of the given points, each point counted once. */
export function pointBuckets(points: readonly SeriesPoint[], width: number): PointBucket[] {
  const groups = new Map<number, Map<number, SeriesPoint[]>>()
  for (const point of points) {
    const buckets = groups.get(point.series) ?? new Map<number, SeriesPoint[]>()
    groups.set(point.series, buckets)
    const bucket = Math.trunc(point.step / width)
    const group = buckets.get(bucket)
    if (group) group.push(point)
    else buckets.set(bucket, [point])
  }
  return [...groups].flatMap(([series, buckets]) =>
    [...buckets].map(([bucket, group]) => ({ series, width, bucket, ...summary(group) })),
  )
}

function summary(points: readonly SeriesPoint[]): Omit<PointBucket, 'series' | 'width' | 'bucket'> {
  let [min, max]: [number | null, number | null] = [null, null]
  let nonFinite = 0
  let newest: SeriesPoint | null = null
  for (const point of points) {
    const { value } = point
    if (!Number.isFinite(value)) nonFinite++
    else {
      if (min === null || value < min) min = value
      if (max === null || value > max) max = value
    }
    if (newest === null || isNewer(point, newest)) newest = point
  }
  const { value: last, step: lastStep } = newest ?? { value: Number.NaN, step: 0 }
  return { count: points.length, nonFinite, min, max, last, lastStep }
}

function isNewer(a: SeriesPoint, b: SeriesPoint): boolean {
  if (a.step !== b.step) return a.step > b.step
  if (a.at !== b.at) return a.at > b.at
  return Number.isNaN(a.value) || a.value > b.value
}
