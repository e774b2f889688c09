import type { Sql } from './transaction'

/** Who holds the lease of a run that somebody carries out without our worker. */
const holder = 'elsewhere'

export interface TakenElsewhere {
  readonly attemptId: number
  readonly epoch: number
}

/**
 * Begins an attempt that no worker of ours drives, for a run whose row is locked and which has not trained yet. Every
 * stage begins where the one before it ends at the latest.
 * @param lengths most steps of each stage
 */
export async function beginElsewhere(sql: Sql, runId: number, lengths: readonly number[]): Promise<TakenElsewhere> {
  const inserted = await sql.query<{ id: number; epoch: number }>(
    `insert into run_attempts (run_id, epoch, status, worker)
     values ($1, (select coalesce(max(epoch), 0) + 1 from run_attempts where run_id = $1), 'running', $2)
     returning id, epoch`,
    [runId, holder],
  )
  const attempt = inserted.rows[0]
  if (!attempt) throw new Error(`the attempt of run ${runId} was not stored`)
  let start = 0
  for (const [position, length] of lengths.entries()) {
    await sql.query('update stage_runs set start_step = $3 where run_id = $1 and position = $2', [
      runId,
      position,
      start,
    ])
    start += length
  }
  await sql.query(
    `update runs set status = 'running', status_reason = null, lease_owner = $2, lease_until = 'infinity', ended_at = null,
       started_at = coalesce(started_at, now()), heartbeat_at = now(), stop_requested_at = null, stage_index = 0,
       doing = 'Carried out elsewhere, without our worker', change = change + 1
     where id = $1`,
    [runId, holder],
  )
  return { attemptId: attempt.id, epoch: attempt.epoch }
}

/** Ends such an attempt, and with it its tokens; null: a worker of ours has the run. Otherwise the change number. */
export async function endElsewhere(sql: Sql, runId: number, reason: string): Promise<number | null> {
  const updated = await sql.query<{ change: string }>(
    `update runs set status = 'stopped', status_reason = $3, lease_owner = null, lease_until = null, ended_at = now(),
       doing = null, change = change + 1
     where id = $1 and lease_owner = $2 returning change::text`,
    [runId, holder, reason],
  )
  const row = updated.rows[0]
  if (!row) return null
  await sql.query(
    `update run_attempts set status = 'stopped', reason = $2, ended_at = now() where run_id = $1 and status = 'running'`,
    [runId, reason],
  )
  return Number(row.change)
}

/** Whether the run has neither trained nor been taken by its cluster for that. */
export async function hasNotBegun(sql: Sql, runId: number): Promise<boolean> {
  const found = await sql.query(
    `select 1 from runs r where r.id = $1 and r.training_step = 0
       and not exists (select 1 from checkpoints c where c.run_id = r.id)
       and not exists (select 1 from backend_jobs j join run_attempts a on a.id = j.attempt_id
         where j.run_id = r.id and j.status <> 'submitting' and a.evaluates is null)`,
    [runId],
  )
  return found.rowCount !== 0
}
