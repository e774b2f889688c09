import { dropOutlines } from './series-outlines'
import type { Sql } from './transaction'

/**
 * When the newest verdict on the run is a collapse, supersedes what came after the best validation of that stage, so
 * that resuming goes back to it instead of to the collapsed policy.
 */
export async function rewindCollapse(sql: Sql, runId: number): Promise<void> {
  const newest = await sql.query<{ stage_run_id: number; verdict: string; step: number }>(
    `select g.stage_run_id, g.verdict, g.step from gate_decisions g
     join run_attempts a on a.id = g.attempt_id
     where a.run_id = $1 and (a.superseded_after is null or g.step <= a.superseded_after)
     order by g.step desc, g.id desc limit 1`,
    [runId],
  )
  const collapse = newest.rows[0]
  if (collapse?.verdict !== 'collapse') return
  await sql.query(
    `update run_attempts set superseded_after = least(superseded_after, coalesce((
       select g.step from gate_decisions g join run_attempts a on a.id = g.attempt_id
       where g.stage_run_id = $2 and g.step < $3 and (a.superseded_after is null or g.step <= a.superseded_after)
         and jsonb_typeof(g.validation -> 'metric') = 'number'
       order by (g.validation ->> 'metric')::float8 desc, g.step desc limit 1), $3 - 1))
     where run_id = $1`,
    [runId, collapse.stage_run_id, collapse.step],
  )
  await dropOutlines(sql, runId)
}
