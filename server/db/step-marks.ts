import { pool } from './client'
import { bucketWidths } from './run-series'

/** When a run was at which training step; both ascend. */
export interface RunTimes {
  readonly run: number
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly steps: readonly number[]
  readonly times: readonly number[]
}

/** Series with more points are looked at where their buckets end. */
const mostRead = 2000

/** Of each attempt the series with the most points stands for its steps. */
const timesSql = `
  with counted as (
    select a.run_id, a.id as attempt, a.epoch, coalesce(a.superseded_after, 2147483647) as until, s.id,
           sum(b.count) as points
      from run_attempts a
      join metric_series s on s.attempt_id = a.id
      join metric_buckets b on b.series_id = s.id and b.width = ${bucketWidths.coarse}
     where a.run_id = any($1::int[])
     group by a.id, s.id),
  chosen as (select distinct on (attempt) * from counted order by attempt, points desc, id),
  found as (
    select c.run_id, c.epoch, p.step, p.at
      from chosen c join metric_points p on p.series_id = c.id and p.step <= c.until
     where c.points <= ${mostRead}
    union all
    select c.run_id, c.epoch, b.last_step, p.at
      from chosen c
      join metric_buckets b on b.series_id = c.id and b.last_step <= c.until
       and b.width = case when c.points <= ${mostRead * bucketWidths.fine} then ${bucketWidths.fine}
                          else ${bucketWidths.coarse} end
      cross join lateral (
        select at from metric_points where series_id = c.id and step = b.last_step order by at desc limit 1) p
     where c.points > ${mostRead}),
  known as (select distinct on (run_id, step) run_id, step, at from found order by run_id, step, epoch desc, at desc)
  select r.id as run, extract(epoch from coalesce(r.started_at, r.created_at))::float8 * 1000 as "startedAt",
         array_agg(k.step order by k.step) as steps, array_agg(k.at::float8 order by k.step) as times
    from known k join runs r on r.id = k.run_id
   group by r.id order by r.id`

/** When each run was at which step; runs without a measurement are left out. */
export async function readRunTimes(runs: readonly number[]): Promise<RunTimes[]> {
  const { rows } = await pool().query<RunTimes>(timesSql, [runs])
  return rows
}

export interface RunEpisodeCounts {
  readonly run: number
  readonly steps: readonly number[]
  /** Training episodes of each of the steps. */
  readonly counts: readonly number[]
}

/** How many training episodes each run played at each step; superseded ones are left out. */
export async function countRunEpisodes(runs: readonly number[]): Promise<RunEpisodeCounts[]> {
  const { rows } = await pool().query<RunEpisodeCounts>(
    `select run, array_agg(step order by step) as steps, array_agg(count order by step) as counts
       from (select run_id as run, training_step as step, count(*)::int as count
               from episodes
              where run_id = any($1::int[]) and partition = 'train' and stage is not null and not superseded
              group by run_id, training_step) counted
      group by run order by run`,
    [runs],
  )
  return rows
}
