import type pg from 'pg'
import type { ClusterEvaluation } from '@/server/core/runs/evaluation-job'
import { hasAdvanced } from '@/server/core/runs/next-place'
import type { RaySnapshot } from '@/server/core/runs/snapshot'
import type { ResumePoint } from './resume-point'

/** So often an evaluation may be lost with its job before the run goes on without it. */
const mostLost = 3

/** What the next attempt of a run on a cluster is for. */
export type ClusterDue =
  | { readonly kind: 'train' }
  | { readonly kind: 'evaluate'; readonly point: ClusterEvaluation }
  /** Nothing is left to do; the reason, where not everything could be done. */
  | { readonly kind: 'over'; readonly reason: string | null }

/** Test tasks are played before the first stage and after the last, as the snapshot asks; between them it trains. */
export async function clusterDue(
  sql: pg.PoolClient,
  runId: number,
  snapshot: RaySnapshot,
  from: Pick<ResumePoint, 'step'> | null,
): Promise<ClusterDue> {
  const { evaluate } = snapshot.settings
  const last = await lastStage(sql, runId)
  if (last && hasAdvanced(last.status, snapshot.curriculum.stages.at(-1)?.gate.advanceAtLimit ?? false)) {
    if (evaluate === 'never') return { kind: 'over', reason: null }
    if (from?.step !== last.endStep)
      return { kind: 'over', reason: 'Trained, but not evaluated on test tasks: its last checkpoint is gone.' }
    const problem = await triedInVain(sql, runId, 'final')
    if (problem !== null) return { kind: 'over', reason: `Trained, but its final evaluation failed: ${problem}` }
    return (await isEvaluated(sql, runId, 'final'))
      ? { kind: 'over', reason: null }
      : { kind: 'evaluate', point: 'final' }
  }
  const isDue = evaluate === 'both' && from === null && !(await isEvaluated(sql, runId, 'untrained'))
  if (isDue && (await triedInVain(sql, runId, 'untrained')) === null) return { kind: 'evaluate', point: 'untrained' }
  return { kind: 'train' }
}

async function lastStage(sql: pg.PoolClient, runId: number) {
  const found = await sql.query<{ status: string; endStep: number | null }>(
    'select status, end_step as "endStep" from stage_runs where run_id = $1 order by position desc limit 1',
    [runId],
  )
  return found.rows[0]
}

async function isEvaluated(sql: pg.PoolClient, runId: number, point: ClusterEvaluation): Promise<boolean> {
  const found = await sql.query('select 1 from evaluations where run_id = $1 and point = $2 limit 1', [runId, point])
  return found.rowCount !== 0
}

/** Why an evaluation is not tried again, unless a person resumes the run; null: it may be. */
async function triedInVain(sql: pg.PoolClient, runId: number, point: ClusterEvaluation): Promise<string | null> {
  const tried = await sql.query<{ status: string; reason: string | null }>(
    `select a.status, a.reason from run_attempts a join runs r on r.id = a.run_id
     where a.run_id = $1 and a.evaluates = $2 and a.epoch > r.resumed_epoch and a.status in ('failed', 'lost')
     order by a.epoch desc`,
    [runId, point],
  )
  const isOver = tried.rows.some(({ status }) => status === 'failed') || tried.rows.length >= mostLost
  return isOver ? (tried.rows[0]?.reason ?? 'no reason is known') : null
}
