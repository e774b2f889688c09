import type { PackedSeries } from '@/server/core/metrics/packed-series'
import { pool } from './client'

/** Buckets are kept at these widths (metric-writes); a series is read at multiples of them. */
export const bucketWidths = { fine: 64, coarse: 4096 } as const

interface SeriesRange {
  readonly runId: number
  readonly names: readonly string[] | null
  /** Only points after this step. */
  readonly after: number
  readonly until: number
  /** 1, or a multiple of 64. */
  readonly width: number
}

const finite = `not in ('NaN', 'Infinity', '-Infinity')`

const wanted = `
  from run_attempts a
  join metric_series s on s.attempt_id = a.id
  where a.run_id = $1 and ($2::text[] is null or s.name = any($2))`

/** One point a step: where two attempts have one that counts, the newer attempt's; of one attempt the last written. */
const rawSql = `
  with wanted as (select s.id, s.name, a.epoch, coalesce(a.superseded_after, 2147483647) as until ${wanted}),
  points as (
    select distinct on (w.name, p.step) w.name, p.step, p.value::float8 as value
    from wanted w join metric_points p on p.series_id = w.id
    where p.step > $3 and p.step <= $4 and p.step <= w.until
    order by w.name, p.step, w.epoch desc, p.at desc)
  select name, array_agg(step order by step) as steps, array_agg(value order by step) as values
  from points group by name order by name`

/** Stored buckets, put together to the width asked for. One that an attempt's end cuts through is made again. */
const bucketsSql = `
  with wanted as (select s.id, s.name, a.epoch, coalesce(a.superseded_after, 2147483647) as until ${wanted}),
  whole as (
    select w.name, w.epoch, b.last_step as step, b.last as value, b.min, b.max, b.non_finite
    from wanted w join metric_buckets b on b.series_id = w.id and b.width = $5
    where b.bucket between $3 / $5 and $4 / $5
      and b.last_step > $3 and b.last_step <= $4 and b.last_step <= w.until
  ),
  cut as (
    select w.name, w.epoch, max(p.step) as step,
      (array_agg(p.value order by p.step desc, p.at desc))[1] as value,
      min(p.value) filter (where p.value ${finite}) as min, max(p.value) filter (where p.value ${finite}) as max,
      count(*) filter (where not (p.value ${finite})) as non_finite
    from wanted w
    join metric_buckets b on b.series_id = w.id and b.width = $5 and b.bucket = w.until / $5 and b.last_step > w.until
    join metric_points p on p.series_id = w.id and p.step between b.bucket * $5 and w.until
    group by w.name, w.epoch
    having max(p.step) > $3 and max(p.step) <= $4
  ),
  buckets as (
  select name, max(step) as step, (array_agg(value order by step desc, epoch desc))[1]::float8 as value,
    min(min)::float8 as min, max(max)::float8 as max, sum(non_finite)::int as "nonFinite"
  from (select * from whole union all select * from cut) points
  group by name, step / $6
  )
  select name, array_agg(step order by step) as steps, array_agg(value order by step) as values,
    array_agg(min order by step) as min, array_agg(max order by step) as max,
    array_agg("nonFinite" order by step) as "nonFinite"
  from buckets group by name order by name`

type RawRow = Pick<PackedSeries, 'name' | 'steps' | 'values'>
type BucketRow = RawRow & NonNullable<PackedSeries['buckets']>

/** Points of the run's series over all its attempts; superseded ones are left out. */
export async function readSeries({ runId, names, after, until, width }: SeriesRange): Promise<PackedSeries[]> {
  const range = [runId, names, wholeFrom(after, width), until]
  if (width === 1) {
    const { rows } = await pool().query<RawRow>(rawSql, range)
    return rows.map((row) => ({ ...row, width, buckets: null }))
  }
  const { rows } = await pool().query<BucketRow>(bucketsSql, [...range, storedWidth(width), width])
  return rows.map(({ min, max, nonFinite, ...row }) => ({ ...row, width, buckets: { min, max, nonFinite } }))
}

/** The step after which a range is read: a bucket is given whole, also where it began before. */
export const wholeFrom = (after: number, width: number): number =>
  width === 1 ? after : Math.floor((after + 1) / width) * width - 1

/** The kept width from which points of a width are put together. */
export const storedWidth = (width: number): number =>
  width % bucketWidths.coarse === 0 ? bucketWidths.coarse : bucketWidths.fine

/** Names of all series of the run with how many points each has and its last step. */
export async function listSeries(runId: number): Promise<{ name: string; count: number; lastStep: number }[]> {
  const { rows } = await pool().query<{ name: string; count: number; lastStep: number }>(
    `select s.name, sum(b.count)::int as count, max(b.last_step) as "lastStep"
       from run_attempts a
       join metric_series s on s.attempt_id = a.id
       join metric_buckets b on b.series_id = s.id and b.width = 4096
      where a.run_id = $1
      group by s.name
      order by s.name`,
    [runId],
  )
  return rows
}
