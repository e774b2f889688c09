import type pg from 'pg'
import { addCountsSql, addStepsSql } from './hint-measures'

/** Adds the failing calls of episodes that were just written to the roll-ups. */
export async function countFailures(sql: pg.PoolClient, runId: number, from: bigint, to: bigint): Promise<void> {
  // ids of episodes rise within a batch, but batches of other runs may have got some between them
  const condition = 'e.run_id = $1 and t.episode_id between $2 and $3'
  const values = [runId, String(from), String(to)]
  await sql.query(addStepsSql(condition), values)
  await sql.query(addCountsSql(condition), values)
}

/** Counts all failing calls of attempts again: some of their episodes were superseded, or their events changed. */
export async function recountFailures(sql: pg.PoolClient, attemptIds: readonly number[]): Promise<void> {
  if (attemptIds.length === 0) return
  await sql.query('delete from tool_error_steps where attempt_id = any($1)', [attemptIds])
  await sql.query('delete from tool_error_counts where attempt_id = any($1)', [attemptIds])
  await sql.query(addStepsSql('e.attempt_id = any($1)'), [attemptIds])
  await sql.query(addCountsSql('e.attempt_id = any($1)'), [attemptIds])
}
