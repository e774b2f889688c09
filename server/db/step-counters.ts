import type { StepCounterRow } from '@/server/core/health/counter-readings'
import type { Sql } from './transaction'

/** So many episodes are counted at once, about. */
const mostEpisodes = 100_000

/** The last step up to which not too many new episodes lie; null: all of them. */
export async function countableStep(sql: Sql, runId: number, after: number): Promise<number | null> {
  const { rows } = await sql.query<{ step: number }>(
    `select training_step as step from episodes where run_id = $1 and training_step > $2
      order by training_step, id offset $3 limit 1`,
    [runId, after, mostEpisodes],
  )
  const step = rows[0]?.step
  return step === undefined ? null : Math.max(after + 1, step - 1)
}

/**
 * Counts the valid episodes of each step in the range, again where they were counted before. The diversity of tool
 * sequences is counted over rollout groups that did not all succeed: rollouts that all solve their task may be alike.
 */
export async function countSteps(sql: Sql, runId: number, after: number, until: number): Promise<void> {
  await sql.query(countSql, [runId, after, until])
}

const countSql = `
  with played as (
    select training_step as step, partition, kind, truncated, success, progress, call_count, group_key, tool_sequence,
      created_at
    from episodes
    where run_id = $1 and training_step > $2 and training_step <= $3 and partition in ('train', 'validation')
      and not superseded and invalid is null
  ),
  groups as (
    select step, count(*) - 1 as rollouts, count(distinct tool_sequence) - 1 as "distinct"
    from played
    where partition = 'train' and group_key is not null and tool_sequence is not null
    group by step, group_key
    having count(*) > 1 and not bool_and(success)
  ),
  diverse as (select step, sum(rollouts) as rollouts, sum("distinct") as "distinct" from groups group by step)
  insert into step_counters (run_id, step, partition, episodes, truncated, whole, solved, progress, without_calls,
    rollouts, "distinct", at)
  select $1, p.step, p.partition, count(*), count(p.truncated),
    count(*) filter (where p.kind = 'episode'), count(*) filter (where p.kind = 'episode' and p.success),
    coalesce(sum(p.progress) filter (where p.kind = 'episode'), 0),
    count(*) filter (where p.kind = 'episode' and p.call_count = 0),
    coalesce(max(d.rollouts), 0), coalesce(max(d."distinct"), 0), floor(extract(epoch from max(p.created_at)) * 1000)
  from played p left join diverse d on d.step = p.step and p.partition = 'train'
  group by p.step, p.partition
  on conflict (run_id, step, partition) do update set episodes = excluded.episodes, truncated = excluded.truncated,
    whole = excluded.whole, solved = excluded.solved, progress = excluded.progress,
    without_calls = excluded.without_calls, rollouts = excluded.rollouts, "distinct" = excluded."distinct",
    at = excluded.at`

/** Counters of the steps in the range, ascending, with the `before` newest ones before it of each partition. */
export async function readCounters(
  sql: Sql,
  range: { readonly runId: number; readonly after: number; readonly until: number; readonly before: number },
): Promise<StepCounterRow[]> {
  const { rows } = await sql.query<StepCounterRow>(
    `select step, partition, episodes, truncated, whole, solved, progress, without_calls as "withoutCalls", rollouts,
       "distinct", at::float8 as at
     from (
       select * from step_counters where run_id = $1 and step > $2 and step <= $3
       union all
       (select * from step_counters where run_id = $1 and step <= $2 and partition = 'train'
         order by step desc limit $4)
       union all
       (select * from step_counters where run_id = $1 and step <= $2 and partition = 'validation'
         order by step desc limit $4)
     ) counters order by step`,
    [range.runId, range.after, range.until, range.before],
  )
  return rows
}

/** Forgets the counters of steps that a later attempt takes again. */
export async function dropCounters(sql: Sql, runId: number, after: number): Promise<void> {
  await sql.query('delete from step_counters where run_id = $1 and step > $2', [runId, after])
}
