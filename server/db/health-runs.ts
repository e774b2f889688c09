import type pg from 'pg'
import { seriesRuleIds } from '@/server/core/health/health-rules'
import { pool } from './client'
import type { Sql } from './transaction'

/** Runs that changed since the rules last read them to the end; those that were never read come last. */
export async function dueRuns(limit: number): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>(
    `select r.id from runs r left join run_health h on h.run_id = r.id
      where r.kind in ('training', 'external') and h.change is distinct from r.change
        and (h.run_id is not null or r.started_at is not null)
      order by h.run_id is null, r.id desc limit $1`,
    [limit],
  )
  return rows.map(({ id }) => id)
}

/** What judging needs to know of a run. */
export interface JudgedRow {
  readonly id: number
  readonly name: string
  readonly isLive: boolean
  readonly isTraining: boolean
  readonly trainingStep: number
  readonly change: string
  /** The newest attempt, and the step at which it began; 0 before the first. */
  readonly epoch: number
  readonly startStep: number
  /** Up to where the rules have read, and as of which attempt. */
  readonly judgedStep: number
  readonly judgedEpoch: number
}

/** Locks the run for judging; null: another worker judges it now, or it is gone. */
export async function lockForJudging(sql: pg.PoolClient, runId: number): Promise<JudgedRow | null> {
  await sql.query('insert into run_health (run_id) select id from runs where id = $1 on conflict do nothing', [runId])
  const { rows } = await sql.query<JudgedRow>(
    `select r.id, r.name, r.status in ('queued', 'running', 'stopping') as "isLive", r.kind = 'training' as "isTraining",
       r.training_step as "trainingStep", r.change::text, coalesce(a.epoch, 0) as epoch,
       coalesce(a.start_step, 0) as "startStep", h.step as "judgedStep", h.epoch as "judgedEpoch"
     from run_health h join runs r on r.id = h.run_id
     left join lateral (select epoch, start_step from run_attempts where run_id = r.id order by epoch desc limit 1) a on true
     where h.run_id = $1 for update of h skip locked`,
    [runId],
  )
  return rows[0] ?? null
}

/** Steps at which the run's stages began, ascending. */
export async function stageStartsOf(sql: Sql, runId: number): Promise<number[]> {
  const { rows } = await sql.query<{ step: number }>(
    'select distinct start_step as step from stage_runs where run_id = $1 and start_step is not null order by 1',
    [runId],
  )
  return rows.map(({ step }) => step)
}

interface Judged {
  readonly runId: number
  readonly epoch: number
  readonly step: number
  /** Null: more is waiting. */
  readonly change: string | null
}

export async function storeJudged(sql: Sql, { runId, epoch, step, change }: Judged): Promise<void> {
  await sql.query('update run_health set epoch = $2, step = $3, change = coalesce($4, -1) where run_id = $1', [
    ...[runId, epoch, step, change],
  ])
}

/** Writes which series rules have open findings to the run's row, for lists and filters; answers the run's new change number. */
export async function storeOpenRules(sql: Sql, runId: number): Promise<string> {
  const { rows } = await sql.query<{ change: string }>(
    `update runs set change = change + 1, health = (
       select coalesce(array_agg(distinct rule order by rule), '{}') from health_findings
        where run_id = $1 and closed_by is null and rule = any($2))
     where id = $1 returning change::text`,
    [runId, seriesRuleIds],
  )
  return rows[0]?.change ?? '0'
}
