import type { Sql } from './transaction'

/** The run's status, its row locked for the transaction; null: there is no such run. */
export async function lockRunStatus(sql: Sql, id: number): Promise<string | null> {
  const found = await sql.query<{ status: string }>('select status from runs where id = $1 for update', [id])
  return found.rows[0]?.status ?? null
}

/** Whether another program carries the run out and only reports here. */
export async function isExternalRun(sql: Sql, id: number): Promise<boolean> {
  const found = await sql.query(`select 1 from runs where id = $1 and kind = 'external'`, [id])
  return found.rowCount === 1
}

/** Whether the run's newest attempt was to play the test tasks after the last stage, and could not. */
export async function hasFailedEvaluation(sql: Sql, id: number): Promise<boolean> {
  const found = await sql.query<{ failed: boolean }>(
    `select coalesce(evaluates = 'final', false) and status in ('failed', 'lost') as failed
     from run_attempts where run_id = $1 order by epoch desc limit 1`,
    [id],
  )
  return found.rows[0]?.failed ?? false
}

/** Notes that a run is to stop, or that it has; returns its change number. */
export async function storeStop(
  sql: Sql,
  id: number,
  { status, reason }: { readonly status: 'stopping' | 'stopped'; readonly reason: string },
): Promise<number> {
  const updated = await sql.query<{ change: string }>(
    `update runs set status = $2::run_status, status_reason = $3, stop_requested_at = now(), change = change + 1,
       ended_at = case when $2 = 'stopped' then now() end
     where id = $1 returning change::text`,
    [id, status, reason],
  )
  return Number(updated.rows[0]?.change ?? 0)
}

/** Queues a run again; losses before a person looked at it do not count against the new attempt. */
export async function storeResume(sql: Sql, id: number): Promise<number> {
  const updated = await sql.query<{ change: string }>(
    `update runs set status = 'queued', status_reason = null, stop_requested_at = null, ended_at = null,
       change = change + 1,
       resumed_epoch = coalesce((select max(epoch) from run_attempts where run_id = $1), 0)
     where id = $1 returning change::text`,
    [id],
  )
  return Number(updated.rows[0]?.change ?? 0)
}
