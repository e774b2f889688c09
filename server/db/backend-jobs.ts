import type { GateVerdict } from '@/server/core/curriculum/curriculum'
import type { ClusterEvaluation } from '@/server/core/runs/evaluation-job'
import { pool } from './client'
import type { EpisodeScope } from './episode-writes'
import type { Sql } from './transaction'

export interface StoredJob {
  readonly status: string
  readonly logOffset: number
}

export async function findJob(attemptId: number, submissionId: string): Promise<StoredJob | null> {
  const found = await pool().query<{ status: string; log_offset: string }>(
    'select status, log_offset::text from backend_jobs where attempt_id = $1 and submission_id = $2',
    [attemptId, submissionId],
  )
  const row = found.rows[0]
  return row ? { status: row.status, logOffset: Number(row.log_offset) } : null
}

export interface NewJob {
  readonly stage: number
  readonly submissionId: string
  readonly gpus: number
  readonly cpus: number
}

/** Writes down that a job is about to be submitted; a second time changes nothing. */
export async function insertJob(sql: Sql, { runId, attemptId }: EpisodeScope, job: NewJob): Promise<void> {
  await sql.query(
    `insert into backend_jobs (run_id, attempt_id, stage, submission_id, status, gpus, cpus)
     values ($1, $2, $3, $4, 'submitting', $5, $6) on conflict (submission_id) do nothing`,
    [runId, attemptId, job.stage, job.submissionId, job.gpus, job.cpus],
  )
}

export interface JobChange {
  readonly submissionId: string
  readonly status: string
  readonly reason: string | null
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}

/** Writes down how a job stands. False: nothing of it is new. The first start and the first end stay. */
export async function updateJob(sql: Sql, job: JobChange): Promise<boolean> {
  const updated = await sql.query(
    `update backend_jobs set status = $2, reason = $3, started_at = coalesce(started_at, $4),
       ended_at = coalesce(ended_at, $5)
     where submission_id = $1 and (status, reason) is distinct from ($2, $3)`,
    [job.submissionId, job.status, job.reason, job.startedAt, job.endedAt],
  )
  return updated.rowCount !== 0
}

export async function storeLogOffset(sql: Sql, submissionId: string, offset: number): Promise<void> {
  await sql.query('update backend_jobs set log_offset = $2 where submission_id = $1', [submissionId, offset])
}

/** The newest verdict that an attempt's gate has given; null: none. */
export async function newestVerdict(
  attemptId: number,
): Promise<{ readonly step: number; readonly verdict: GateVerdict } | null> {
  const found = await pool().query<{
    step: number
    stage_step: number
    verdict: GateVerdict['verdict']
    reason: string
    criteria: GateVerdict['criteria']
  }>(
    `select step, stage_step, verdict, reason, criteria from gate_decisions where attempt_id = $1
     order by step desc limit 1`,
    [attemptId],
  )
  const row = found.rows[0]
  if (!row) return null
  const { verdict, reason, criteria } = row
  return { step: row.step, verdict: { verdict, reason, criteria, step: row.stage_step } }
}

/** A run's jobs, oldest first, for its page. */
export const listJobs = async (runId: number): Promise<JobRow[]> => {
  const found = await pool().query<JobRow>(
    `select case when a.evaluates is null then j.stage end as stage, a.evaluates, j.submission_id as "submissionId", j.status, j.reason, j.gpus, j.cpus, a.epoch,
       j.submitted_at as "submittedAt", j.started_at as "startedAt", j.ended_at as "endedAt"
     from backend_jobs j join run_attempts a on a.id = j.attempt_id where j.run_id = $1 order by j.id`,
    [runId],
  )
  return found.rows
}

export interface JobRow {
  readonly epoch: number
  /** Null: it trains none, but plays the test tasks. */
  readonly stage: number | null
  readonly evaluates: ClusterEvaluation | null
  readonly submissionId: string
  readonly status: string
  readonly reason: string | null
  readonly gpus: number
  readonly cpus: number
  readonly submittedAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}
