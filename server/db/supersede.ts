import type pg from 'pg'
import { recountFailures } from './hint-counts'
import type { ResumePoint } from './resume-point'
import { dropOutlines } from './series-outlines'
import { rewindStages } from './stage-writes'

type SupersedePoint = Pick<ResumePoint, 'stage' | 'step' | 'lastEpisodeId'>

/**
 * Marks everything that was recorded after the point as superseded (nothing of it is deleted but evaluations, which
 * are made again): points by the attempt's step, episodes by their id. Stages and error counts go back to the point.
 * An attempt that has done nothing but evaluate stays as it is: there is nothing of the training in it.
 */
export async function supersedeAfter(sql: pg.PoolClient, runId: number, point: SupersedePoint | null): Promise<void> {
  const step = point?.step ?? -1
  await sql.query(
    `update run_attempts set superseded_after = least(superseded_after, $2) where run_id = $1 and ${isTraining}`,
    [runId, step],
  )
  await dropOutlines(sql, runId)
  const marked = await sql.query<{ attempt_id: number }>(
    `with marked as (
       update episodes set superseded = true where run_id = $1 and id > $2 and not superseded and attempt_id in (${training}) returning attempt_id
     ) select distinct attempt_id from marked`,
    [runId, String(point?.lastEpisodeId ?? 0)],
  )
  await recountFailures(
    sql,
    marked.rows.map(({ attempt_id }) => attempt_id),
  )
  await sql.query(`delete from evaluations where run_id = $1 and step > $2 and attempt_id in (${training})`, [
    runId,
    step,
  ])
  await rewindStages(sql, runId, { stage: point?.stage ?? -1, step })
}

const isTraining = `(evaluates is null or status <> 'done')`
const training = `select id from run_attempts where run_id = $1 and ${isTraining}`
