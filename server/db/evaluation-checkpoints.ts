import type { ServedPolicy } from '@/server/core/chat/evaluation-snapshot'
import { pool } from './client'
import type { Sql } from './transaction'

/** A run that a checkpoint may be evaluated of. */
export interface TrainedRun {
  readonly id: number
  readonly name: string
  readonly kind: string
  /** `local` or `ray`; of what it was launched as. */
  readonly backend: string | null
  readonly model: string | null
  readonly snapshot: unknown
}

export async function findTrainedRun(id: number): Promise<TrainedRun | null> {
  const { rows } = await pool().query<TrainedRun>(
    `select id, name, kind, snapshot->>'backend' as backend, model, snapshot from runs where id = $1`,
    [id],
  )
  return rows[0] ?? null
}

/** A checkpoint of a run whose data is kept: here, or on its cluster. */
export interface KeptCheckpoint {
  readonly id: number
  /** 0, 1, … */
  readonly stage: number
  readonly step: number
  readonly bytes: number
  readonly createdAt: Date
  /** On its cluster; null: here. */
  readonly location: string | null
}

/** Checkpoints that no later attempt has superseded, the latest first. */
export async function listKeptCheckpoints(run: number): Promise<KeptCheckpoint[]> {
  const { rows } = await pool().query<KeptCheckpoint>(
    `select distinct on (c.step) c.id, c.stage, c.step, c.bytes::float8 as bytes, c.created_at as "createdAt", c.location
       from checkpoints c
       join run_attempts a on a.id = c.attempt_id
       left join checkpoint_bodies b on b.checkpoint_id = c.id
      where c.run_id = $1 and (b.checkpoint_id is not null or (c.location is not null and c.removed_at is null))
        and (a.superseded_after is null or c.step <= a.superseded_after)
      order by c.step desc, a.epoch desc`,
    [run],
  )
  return rows
}

/** Runs that keep a checkpoint, the newest first. */
export async function listRunsWithCheckpoints(
  limit: number,
): Promise<{ readonly id: number; readonly name: string }[]> {
  const { rows } = await pool().query<{ id: number; name: string }>(
    `select r.id, r.name from runs r
      where r.kind = 'training' and r.archived_at is null and exists (
        select 1 from checkpoints c left join checkpoint_bodies b on b.checkpoint_id = c.id
         where c.run_id = r.id and (b.checkpoint_id is not null or (c.location is not null and c.removed_at is null)))
      order by r.id desc limit $1`,
    [limit],
  )
  return rows
}

/** The step of a run's checkpoint that is not kept any more; null: it never had one of the number. */
export async function removedCheckpoint(run: number, id: number): Promise<{ readonly step: number } | null> {
  const { rows } = await pool().query<{ step: number }>(
    'select step from checkpoints where run_id = $1 and id = $2 and removed_at is not null',
    [run, id],
  )
  return rows[0] ?? null
}

interface BaseQuestion {
  readonly run: number
  readonly suiteIds: readonly number[]
  readonly repeats: number
  readonly temperature: number
  readonly evaluationHash: string
  /** How a cluster serves the base model, whichever run it was measured for; null: the run's own policy plays. */
  readonly served: ServedPolicy | null
  /** Who plays the user and what answers web search, where suites need them. */
  readonly simulator: number | null
  readonly search: string | null
}

/**
 * An evaluation of the untrained policy that holds for these suites: measured in the same way, finished or still
 * to be played. Null: there is none.
 */
export async function findBase(sql: Sql, question: BaseQuestion): Promise<number | null> {
  const { run, suiteIds, repeats, temperature, evaluationHash, served, simulator, search } = question
  const { rows } = await sql.query<{ id: number }>(
    `select r.id from evaluation_jobs j join runs r on r.id = j.run_id
      where case when $6::jsonb is null then j.trained_id = $1
                 else r.snapshot #> '{checkpoint,served}' = $6::jsonb end
        and (r.snapshot #>> '{simulator,id}')::int is not distinct from $7::int
        and (r.snapshot #>> '{search,hash}') is not distinct from $8::text and j.checkpoint_id is null and j.repeats = $3 and r.archived_at is null
        and r.snapshot #> '{checkpoint,checkpoint}' = 'null'::jsonb
        and (r.snapshot #>> '{checkpoint,temperature}')::float8 = $4 and r.snapshot->>'evaluationHash' = $5
        and r.status in ('queued', 'running', 'finished')
        and not exists (
          select from unnest($2::int[]) wanted(suite)
           where not exists (select from evaluation_plays p where p.run_id = r.id and p.suite_id = wanted.suite))
      order by r.id limit 1`,
    [run, suiteIds, repeats, temperature, evaluationHash, served && JSON.stringify(served), simulator, search],
  )
  return rows[0]?.id ?? null
}
