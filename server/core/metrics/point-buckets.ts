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

type Growing = { -readonly [Key in keyof PointBucket]: PointBucket[Key] } & { newest: SeriesPoint }

/** The buckets of the given points, each point counted once. */
export function pointBuckets(points: readonly SeriesPoint[], width: number): PointBucket[] {
  const series = new Map<number, Map<number, Growing>>()
  for (const point of points) {
    const buckets = series.get(point.series) ?? new Map<number, Growing>()
    series.set(point.series, buckets)
    const bucket = Math.trunc(point.step / width)
    const known = buckets.get(bucket)
    if (known) add(known, point)
    else buckets.set(bucket, bucketOf(point, width, bucket))
  }
  return [...series.values()].flatMap((buckets) => [...buckets.values()].map(({ newest: _, ...bucket }) => bucket))
}

function bucketOf(point: SeriesPoint, width: number, bucket: number): Growing {
  const { series, value, step } = point
  const finite = Number.isFinite(value)
  const extreme = finite ? value : null
  const counts = { count: 1, nonFinite: finite ? 0 : 1, min: extreme, max: extreme }
  return { series, width, bucket, ...counts, last: value, lastStep: step, newest: point }
}

function add(bucket: Growing, point: SeriesPoint): void {
  const { value } = point
  bucket.count++
  if (!Number.isFinite(value)) bucket.nonFinite++
  else {
    if (bucket.min === null || value < bucket.min) bucket.min = value
    if (bucket.max === null || value > bucket.max) bucket.max = value
  }
  if (!isNewer(point, bucket.newest)) return
  bucket.newest = point
  bucket.last = value
  bucket.lastStep = point.step
}

function isNewer(a: SeriesPoint, b: SeriesPoint): boolean {
  if (a.step !== b.step) return a.step > b.step
  if (a.at !== b.at) return a.at > b.at
  return Number.isNaN(a.value) || a.value > b.value
}
