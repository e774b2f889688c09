import { pool } from './client'
import { bucketWidths, storedWidth, wholeFrom } from './run-series'

/** One run's series; steps ascend, values may be NaN or infinite. */
export interface ComparedLine {
  readonly run: number
  readonly name: string
  readonly steps: readonly number[]
  readonly values: readonly number[]
}

export interface SeriesSize {
  readonly run: number
  readonly name: string
  readonly count: number
  readonly lastStep: number
}

/** How many points each series of each run has. */
export async function listSeriesSizes(runs: readonly number[], names: readonly string[] | null): Promise<SeriesSize[]> {
  const { rows } = await pool().query<SeriesSize>(
    `select a.run_id as run, s.name, sum(b.count)::int as count, max(b.last_step) as "lastStep"
       from run_attempts a
       join metric_series s on s.attempt_id = a.id
       join metric_buckets b on b.series_id = s.id and b.width = ${bucketWidths.coarse}
      where a.run_id = any($1::int[]) and ($2::text[] is null or s.name = any($2))
      group by a.run_id, s.name`,
    [runs, names],
  )
  return rows
}

/** The newest attempt of each run, by run. */
export async function readEpochs(runs: readonly number[]): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ run: number; epoch: number }>(
    'select run_id as run, max(epoch) as epoch from run_attempts where run_id = any($1::int[]) group by run_id',
    [runs],
  )
  return Object.fromEntries(rows.map(({ run, epoch }) => [run, epoch]))
}

const wanted = `wanted as (
  select a.run_id as run, s.id, s.name, a.epoch, asked.after, least(a.superseded_after, $4::int) as until,
         a.superseded_after as cut
    from unnest($1::int[], $2::int[]) asked (run, after)
    join run_attempts a on a.run_id = asked.run
    join metric_series s on s.attempt_id = a.id
   where s.name = any($3::text[]))`

/** One point a step: the newest attempt's that counts, of one attempt the last written. */
const rawSql = `
  with ${wanted}, points as (
    select distinct on (w.run, w.name, p.step) w.run, w.name, p.step, p.value::float8 as value
      from wanted w join metric_points p on p.series_id = w.id and p.step > w.after and p.step <= w.until
     order by w.run, w.name, p.step, w.epoch desc, p.at desc)
  select run, name, array_agg(step order by step) as steps, array_agg(value order by step) as values
    from points group by run, name order by name, run`

/** The last value of each stretch of steps. A bucket that an attempt's end cuts through is made again. */
const bucketsSql = `
  with ${wanted}, found as (
    select w.run, w.name, w.epoch, b.last_step as step, b.last as value
      from wanted w
      join metric_buckets b on b.series_id = w.id and b.width = $5
       and b.bucket between greatest(w.after, 0) / $5 and w.until / $5
       and b.last_step > w.after and b.last_step <= w.until
    union all
    select w.run, w.name, w.epoch, p.step, p.value
      from wanted w
      join metric_buckets b on b.series_id = w.id and b.width = $5 and b.bucket = w.cut / $5 and b.last_step > w.cut
      cross join lateral (
        select step, value from metric_points
         where series_id = w.id and step between b.bucket * $5 and w.cut order by step desc, at desc limit 1) p
     where p.step > w.after and p.step <= w.until),
  points as (
    select distinct on (run, name, step / $6) run, name, step, value
      from found order by run, name, step / $6, step desc, epoch desc)
  select run, name, array_agg(step order by step) as steps, array_agg(value::float8 order by step) as values
    from points group by run, name order by name, run`

interface ComparedRange {
  /** Of each run only points after this step. */
  readonly runs: readonly { readonly run: number; readonly after: number }[]
  readonly names: readonly string[]
  readonly until: number
  /** How many steps a point stands for: 1, or a multiple of 64. */
  readonly width: number
}

/** Series of several runs; superseded points are left out. A bucket is given whole, also where it began before. */
export async function readComparedSeries({ runs, names, until, width }: ComparedRange): Promise<ComparedLine[]> {
  const ids = runs.map(({ run }) => run)
  const after = runs.map((one) => wholeFrom(one.after, width))
  const { rows } =
    width === 1
      ? await pool().query<ComparedLine>(rawSql, [ids, after, names, until])
      : await pool().query<ComparedLine>(bucketsSql, [ids, after, names, until, storedWidth(width), width])
  return rows
}
