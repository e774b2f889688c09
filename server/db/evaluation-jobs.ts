import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type EvaluationSnapshot, evaluationSnapshotSchema } from '@/server/core/chat/evaluation-snapshot'
import { leaseSeconds } from './claims'
import { inTransaction, type Sql } from './transaction'

/** The backend that the runs of evaluations stand on: their work is done by endpoints, or by the worker itself. */
const backend = 'endpoint'

/**
 * Queues an evaluation with all its plays: every test task of its suites, so often. Answers its run's number.
 * @param base the evaluation of the untrained policy that a checkpoint's is compared with
 */
export async function insertEvaluation(
  sql: Sql,
  name: string,
  snapshot: EvaluationSnapshot,
  base: number | null = null,
): Promise<number> {
  await sql.query('insert into backends (name, kind) values ($1, $1) on conflict (name) do nothing', [backend])
  const suiteIds = snapshot.suites.map(({ id }) => id)
  const run = await sql.query<{ id: number }>(
    `insert into runs (name, kind, snapshot, seed, launch_group, backend_id, suite_id, stage_count)
     select $1, 'evaluation', $2, $3, $4, b.id,
            (select id from suites where id = any($6) order by kind, array_position($6, id) limit 1), 0
       from backends b where b.name = $5 returning id`,
    [name, JSON.stringify(snapshot), snapshot.seed, randomUUID(), backend, suiteIds],
  )
  const id = run.rows[0]?.id
  if (id === undefined) throw new Error('the evaluation was not stored')
  const { endpoint, checkpoint, simulator, repeats } = snapshot
  await sql.query(
    `insert into evaluation_jobs (run_id, endpoint_id, trained_id, checkpoint_id, base_id, simulator_id, repeats)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[id, endpoint?.id ?? null, checkpoint?.run ?? null, checkpoint?.checkpoint ?? null, base],
      ...[simulator?.id ?? null, repeats],
    ],
  )
  await sql.query(
    `insert into evaluation_plays (run_id, task_id, repeat, suite_id, turn_scores)
     select $1, t.id, r, t.suite_id, '{}' from tasks t cross join generate_series(0, $2::int - 1) r
      where t.suite_id = any($3) and t.partition = 'test'`,
    [id, repeats, suiteIds],
  )
  return id
}

export interface EvaluationClaim {
  readonly runId: number
  readonly attemptId: number
  readonly epoch: number
  readonly snapshot: EvaluationSnapshot
}

/**
 * Takes the oldest evaluation that waits for a worker, or whose worker fell silent, as a new attempt. What has been
 * played stays; a checkpoint's waits for that of the untrained policy. Null: there is none.
 * @param driven evaluations that this worker is carrying out
 */
export function claimEvaluation(worker: string, driven: readonly number[]): Promise<EvaluationClaim | null> {
  return inTransaction(async (sql) => {
    const found = await sql.query<{ id: number; snapshot: unknown }>(
      `select id, snapshot from runs
        where kind = 'evaluation' and status in ('queued', 'running', 'stopping')
          and (lease_until is null or lease_until < now()) and id <> all($1::int[])
          and not exists (
            select 1 from evaluation_jobs j join runs base on base.id = j.base_id
             where j.run_id = runs.id and base.status in ('queued', 'running', 'stopping'))
        order by id limit 1 for update skip locked`,
      [driven],
    )
    const run = found.rows[0]
    if (!run) return null
    const snapshot = evaluationSnapshotSchema.safeParse(run.snapshot)
    if (snapshot.success)
      return { runId: run.id, snapshot: snapshot.data, ...(await beginAttempt(sql, run.id, worker)) }
    await failUnreadable(sql, run.id)
    return null
  })
}

/** One that another version wrote must not keep the worker from everything else. */
async function failUnreadable(sql: pg.PoolClient, runId: number): Promise<void> {
  const reason = 'Its plan cannot be read by this version of Envtune: launch it again.'
  await sql.query(
    `update runs set status = 'failed', status_reason = $2, ended_at = now(), change = change + 1 where id = $1`,
    [runId, reason],
  )
}

async function beginAttempt(sql: pg.PoolClient, runId: number, worker: string) {
  await sql.query(
    `update run_attempts set status = 'lost', ended_at = now(), reason = 'Its worker fell silent.'
      where run_id = $1 and status = 'running'`,
    [runId],
  )
  const attempt = await sql.query<{ id: number; epoch: number }>(
    `insert into run_attempts (run_id, epoch, status, worker)
     values ($1, (select coalesce(max(epoch), 0) + 1 from run_attempts where run_id = $1), 'running', $2)
     returning id, epoch`,
    [runId, worker],
  )
  await sql.query(
    `update runs set lease_owner = $2, lease_until = now() + make_interval(secs => $3), heartbeat_at = now(),
       status = case when status = 'stopping' then status else 'running' end, status_reason = null, ended_at = null,
       started_at = coalesce(started_at, now()), change = change + 1
     where id = $1`,
    [runId, worker, leaseSeconds],
  )
  const { id: attemptId = 0, epoch = 0 } = attempt.rows[0] ?? {}
  return { attemptId, epoch }
}

/** How an evaluation stands, its row locked for the transaction; null: there is none of the number. */
export async function lockEvaluation(sql: Sql, id: number): Promise<string | null> {
  const found = await sql.query<{ status: string }>(
    `select status from runs where id = $1 and kind = 'evaluation' for update`,
    [id],
  )
  return found.rows[0]?.status ?? null
}
