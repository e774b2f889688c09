import { pool } from './client'
import type { EpisodeScope } from './episode-writes'
import type { Sql } from './transaction'

export interface NewCheckpoint {
  readonly stage: number
  /** The run's step. */
  readonly step: number
  readonly location: string
  readonly bytes: number | null
}

/**
 * Registers a checkpoint that lies on a cluster; a repeated step replaces it. Episodes of later steps count as made
 * after it.
 */
export async function registerCheckpoint(sql: Sql, scope: EpisodeScope, checkpoint: NewCheckpoint): Promise<void> {
  const { stage, step, location, bytes } = checkpoint
  const lastEpisodeId = await lastEpisodeUpTo(sql, scope, step)
  await sql.query(
    `insert into checkpoints (run_id, attempt_id, stage, step, bytes, location, last_episode_id)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (attempt_id, step) do update set
       stage = excluded.stage, bytes = excluded.bytes, location = excluded.location, removed_at = null,
       last_episode_id = excluded.last_episode_id`,
    [scope.runId, scope.attemptId, stage, step, Math.round(bytes ?? 0), location, String(lastEpisodeId)],
  )
}

/** Greatest id of the run's episodes that were made up to a step of the attempt; 0 when there are none. */
export async function lastEpisodeUpTo(sql: Sql, { runId, attemptId }: EpisodeScope, step: number): Promise<bigint> {
  const found = await sql.query<{ id: string }>(
    `select coalesce(
       (select max(id) from episodes where attempt_id = $2 and training_step <= $3),
       (select min(id) - 1 from episodes where attempt_id = $2),
       (select max(id) from episodes where run_id = $1), 0)::text as id`,
    [runId, attemptId, step],
  )
  return BigInt(found.rows[0]?.id ?? 0)
}

/** The run's checkpoints on its cluster that are still there. */
export async function heldCheckpoints(runId: number) {
  const found = await pool().query<{
    id: number
    stage: number
    step: number
    path: string
    pinned: boolean
    used: boolean
  }>(
    `select c.id, c.stage, c.step, c.location as path, c.pinned,
       exists (select 1 from run_attempts a where a.resumed_from_id = c.id)
         or exists (select 1 from evaluation_jobs j join runs e on e.id = j.run_id
                     where j.checkpoint_id = c.id and e.status <> 'finished') as used
     from checkpoints c where c.run_id = $1 and c.location is not null and c.removed_at is null order by c.id`,
    [runId],
  )
  return found.rows
}

/** Steps of which the checkpoint may still be asked for: where stages ended, and the best validation of each. */
export async function wantedSteps(runId: number): Promise<{ readonly stage: number; readonly step: number }[]> {
  const found = await pool().query<{ stage: number; step: number }>(
    `select position as stage, end_step as step from stage_runs where run_id = $1 and end_step is not null
     union
     select stage, step from (
       select distinct on (s.position) s.position as stage, g.step
       from gate_decisions g join stage_runs s on s.id = g.stage_run_id join run_attempts a on a.id = g.attempt_id
       where s.run_id = $1 and (a.superseded_after is null or g.step <= a.superseded_after)
         and jsonb_typeof(g.validation -> 'metric') = 'number'
       order by s.position, (g.validation ->> 'metric')::float8 desc, g.step desc
     ) best
     union
     select s.position, g.step from gate_decisions g join stage_runs s on s.id = g.stage_run_id
     where s.run_id = $1 and g.verdict in ('pass', 'limit')`,
    [runId],
  )
  return found.rows
}

export async function markRemoved(sql: Sql, ids: readonly number[]): Promise<void> {
  await sql.query('update checkpoints set removed_at = now() where id = any($1)', [ids])
}

export interface StoredCheckpoint {
  readonly step: number
  readonly path: string
  readonly bytes: number | null
}

/** The first checkpoint of an attempt at this step or after it. */
export async function checkpointFrom(attemptId: number, step: number): Promise<StoredCheckpoint | null> {
  const found = await pool().query<{ step: number; location: string; bytes: string }>(
    `select step, location, bytes::text from checkpoints
     where attempt_id = $1 and step >= $2 and location is not null and removed_at is null order by step limit 1`,
    [attemptId, step],
  )
  const row = found.rows[0]
  return row ? { step: row.step, path: row.location, bytes: Number(row.bytes) || null } : null
}

/** Steps at which this series has a point and the attempt no checkpoint. */
export async function stepsWithoutCheckpoint(attemptId: number, series: string): Promise<number[]> {
  const found = await pool().query<{ step: number }>(
    `select distinct p.step from metric_series s join metric_points p on p.series_id = s.id
     where s.attempt_id = $1 and s.name = $2
       and not exists (select 1 from checkpoints c where c.attempt_id = $1 and c.step = p.step) order by 1`,
    [attemptId, series],
  )
  return found.rows.map(({ step }) => step)
}

export interface CheckpointRow {
  readonly id: number
  readonly epoch: number
  readonly stage: number
  readonly step: number
  readonly bytes: number | null
  /** Where a cluster keeps it; null: in the database. */
  readonly location: string | null
  readonly pinned: boolean
  readonly removedAt: Date | null
  readonly createdAt: Date
  /** A later attempt went on before it. */
  readonly superseded: boolean
  /** Attempts that began from it. */
  readonly usedBy: readonly number[]
}

/** A run's checkpoints, newest first, with what became of them. */
export async function listCheckpoints(runId: number): Promise<CheckpointRow[]> {
  const found = await pool().query<Omit<CheckpointRow, 'bytes'> & { bytes: string; kept: boolean }>(
    `select c.id, a.epoch, c.stage, c.step, c.bytes::text, c.location, c.pinned, c.created_at as "createdAt",
       case when c.location is null and b.checkpoint_id is null then c.created_at else c.removed_at end as "removedAt",
       coalesce(c.step > a.superseded_after, false) as superseded,
       array(select r.epoch from run_attempts r where r.resumed_from_id = c.id order by 1) as "usedBy"
     from checkpoints c join run_attempts a on a.id = c.attempt_id
     left join checkpoint_bodies b on b.checkpoint_id = c.id
     where c.run_id = $1 order by c.step desc, a.epoch desc limit 500`,
    [runId],
  )
  return found.rows.map((row) => ({ ...row, bytes: Number(row.bytes) || null }))
}

/** Pins or unpins a checkpoint of a run. False: there is no such checkpoint. */
export async function pinCheckpoint(sql: Sql, runId: number, id: number, pinned: boolean): Promise<boolean> {
  const updated = await sql.query('update checkpoints set pinned = $3 where run_id = $1 and id = $2', [
    ...[runId, id, pinned],
  ])
  return updated.rowCount !== 0
}
