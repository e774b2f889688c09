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
}

export async function findTrainedRun(id: number): Promise<TrainedRun | null> {
  const { rows } = await pool().query<TrainedRun>(
    `select id, name, kind, snapshot->>'backend' as backend, model from runs where id = $1`,
    [id],
  )
  return rows[0] ?? null
}

/** A checkpoint of a run whose data is kept. */
export interface KeptCheckpoint {
  readonly id: number
  /** 0, 1, … */
  readonly stage: number
  readonly step: number
  readonly bytes: number
  readonly createdAt: Date
}

/** Checkpoints that no later attempt has superseded, the latest first. */
export async function listKeptCheckpoints(run: number): Promise<KeptCheckpoint[]> {
  const { rows } = await pool().query<KeptCheckpoint>(
    `select distinct on (c.step) c.id, c.stage, c.step, c.bytes::float8 as bytes, c.created_at as "createdAt"
       from checkpoints c
       join run_attempts a on a.id = c.attempt_id
       join checkpoint_bodies b on b.checkpoint_id = c.id
      where c.run_id = $1 and (a.superseded_after is null or c.step <= a.superseded_after)
      order by c.step desc, a.epoch desc`,
    [run],
  )
  return rows
}

interface BaseQuestion {
  readonly run: number
  readonly suiteIds: readonly number[]
  readonly repeats: number
  readonly temperature: number
  readonly evaluationHash: string
}

/**
 * An evaluation of the run's untrained policy that holds for these suites: measured in the same way, finished or still
 * to be played. Null: there is none.
 */
export async function findBase(sql: Sql, question: BaseQuestion): Promise<number | null> {
  const { run, suiteIds, repeats, temperature, evaluationHash } = question
  const { rows } = await sql.query<{ id: number }>(
    `select r.id from evaluation_jobs j join runs r on r.id = j.run_id
      where j.trained_id = $1 and j.checkpoint_id is null and j.repeats = $3 and r.archived_at is null
        and r.snapshot #> '{checkpoint,checkpoint}' = 'null'::jsonb
        and (r.snapshot #>> '{checkpoint,temperature}')::float8 = $4 and r.snapshot->>'evaluationHash' = $5
        and r.status in ('queued', 'running', 'finished')
        and not exists (
          select from unnest($2::int[]) wanted(suite)
           where not exists (select from evaluation_plays p where p.run_id = r.id and p.suite_id = wanted.suite))
      order by r.id limit 1`,
    [run, suiteIds, repeats, temperature, evaluationHash],
  )
  return rows[0]?.id ?? null
}
