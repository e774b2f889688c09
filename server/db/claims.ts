import type pg from 'pg'
import type { ClusterEvaluation } from '@/server/core/runs/evaluation-job'
import { type RunSnapshot, runSnapshotSchema } from '@/server/core/runs/snapshot'
import { type ClusterDue, clusterDue } from './cluster-due'
import { checkpointData, pointOf, type ResumePoint, resumePoint } from './resume-point'
import { sparklineUpTo } from './sparkline-points'
import { supersedeAfter } from './supersede'
import { inTransaction } from './transaction'

/** How long a worker that fell silent keeps its runs. */
export const leaseSeconds = 10
/** So many attempts may be lost at the same point before the run fails. */
const mostLostAttempts = 3

export interface Claim {
  readonly runId: number
  readonly attemptId: number
  readonly epoch: number
  readonly snapshot: RunSnapshot
  readonly checkpoint: ClaimedCheckpoint | null
  /** On a cluster: when the attempt is to play the test tasks; null: it trains. */
  readonly evaluates: ClusterEvaluation | null
}

export interface ClaimedCheckpoint {
  readonly stage: number
  readonly step: number
  /** Null: it lies on a cluster. */
  readonly data: Uint8Array | null
  readonly location: string | null
}

export type BackendKind = RunSnapshot['backend']

export type ClaimOutcome =
  | { readonly kind: 'claimed'; readonly claim: Claim; readonly change: number }
  /** The run needed no worker: it was to stop, or it was lost too often. */
  | { readonly kind: 'settled'; readonly runId: number; readonly change: number }

/**
 * Takes the oldest run that waits for a worker or whose worker fell silent, as a new attempt that goes on from the
 * last checkpoint; an attempt on a cluster outlives its worker and is only taken over. Two workers never get the same
 * run. Null: there is none.
 * @param driven runs that this worker is driving: when the database was away their leases may have run out
 * @param kinds kinds of backends for which this worker has room
 */
export function claimRun(
  worker: string,
  driven: readonly number[] = [],
  kinds: readonly BackendKind[] = ['local', 'ray'],
): Promise<ClaimOutcome | null> {
  return inTransaction(async (sql) => {
    const found = await sql.query<ClaimableRun>(claimableSql, [driven, kinds])
    const run = found.rows[0]
    if (!run) return null
    const snapshot = runSnapshotSchema.parse(run.snapshot)
    const attached = snapshot.backend === 'local' ? null : await attachToAttempt(sql, run.id, worker)
    if (attached) return { kind: 'claimed', ...attached, claim: { runId: run.id, snapshot, ...attached.claim } }
    const last = await loseLastAttempt(sql, run.id)
    if (run.status === 'stopping') return settle(sql, run.id, 'stopped', 'Stopped.')
    const lostReason = await lostTooOften(sql, run.id)
    if (lostReason !== null) return settle(sql, run.id, 'failed', lostReason)
    const point = await resumePoint(sql, run.id)
    if (last > 0) await supersedeAfter(sql, run.id, point)
    const due: ClusterDue =
      snapshot.backend === 'ray' ? await clusterDue(sql, run.id, snapshot, point) : { kind: 'train' }
    if (due.kind === 'over') return settle(sql, run.id, 'finished', due.reason)
    const evaluates = due.kind === 'evaluate' ? due.point : null
    const attempt = await insertAttempt(sql, run.id, worker, last + 1, point, evaluates)
    const claim = {
      runId: run.id,
      attemptId: attempt,
      epoch: last + 1,
      snapshot,
      checkpoint: point && (await claimedCheckpoint(sql, point)),
      evaluates,
    }
    return { kind: 'claimed', claim, change: await takeRun(sql, run.id, worker, point, evaluates) }
  })
}

interface ClaimableRun {
  readonly id: number
  readonly status: string
  readonly snapshot: unknown
}

const claimableSql = `
  select id, status, snapshot from runs
  where status in ('queued', 'running', 'evaluating', 'stopping') and (lease_until is null or lease_until < now())
    and id <> all($1::int[]) and kind = 'training' and snapshot ->> 'backend' = any($2)
  order by id limit 1 for update skip locked`

async function claimedCheckpoint(sql: pg.PoolClient, point: ResumePoint): Promise<ClaimedCheckpoint> {
  const { stage, step, location, checkpointId } = point
  return { stage, step, location, data: location === null ? await checkpointData(sql, checkpointId) : null }
}

/** Takes over the attempt that is under way on a cluster; null: there is none. */
async function attachToAttempt(sql: pg.PoolClient, runId: number, worker: string) {
  const found = await sql.query<AttachedAttempt>(
    `update run_attempts set worker = $2, heartbeat_at = now() where run_id = $1 and status = 'running'
     returning id, epoch, resumed_from_id, evaluates`,
    [runId, worker],
  )
  const attempt = found.rows[0]
  if (!attempt) return null
  const point = attempt.resumed_from_id === null ? null : await pointOf(sql, attempt.resumed_from_id)
  const taken = await sql.query<{ change: string }>(
    `update runs set lease_owner = $2, lease_until = now() + make_interval(secs => $3), heartbeat_at = now(),
       change = change + 1
     where id = $1 returning change::text`,
    [runId, worker, leaseSeconds],
  )
  const checkpoint = point && (await claimedCheckpoint(sql, point))
  return {
    claim: { attemptId: attempt.id, epoch: attempt.epoch, checkpoint, evaluates: attempt.evaluates },
    change: Number(taken.rows[0]?.change ?? 0),
  }
}

interface AttachedAttempt {
  readonly id: number
  readonly epoch: number
  readonly resumed_from_id: number | null
  readonly evaluates: ClusterEvaluation | null
}

/** Ends the attempt whose worker fell silent; returns the newest epoch, 0 when there is none. */
async function loseLastAttempt(sql: pg.PoolClient, runId: number): Promise<number> {
  await sql.query(
    `update run_attempts set status = 'lost', ended_at = now(), reason = 'Its worker fell silent.'
     where run_id = $1 and status = 'running'`,
    [runId],
  )
  const newest = await sql.query<{ epoch: number | null }>(
    'select max(epoch) as epoch from run_attempts where run_id = $1',
    [runId],
  )
  return newest.rows[0]?.epoch ?? 0
}

/** Why the run cannot go on after its losses; null: it can. */
async function lostTooOften(sql: pg.PoolClient, runId: number): Promise<string | null> {
  const newest = await sql.query<{ status: string; start_step: number; saved: boolean; reason: string | null }>(
    `select a.status, a.start_step, a.reason, exists (select 1 from checkpoints c where c.attempt_id = a.id) as saved
     from run_attempts a join runs r on r.id = a.run_id
     where a.run_id = $1 and a.epoch > r.resumed_epoch and a.evaluates is null order by epoch desc limit $2`,
    [runId, mostLostAttempts],
  )
  const first = newest.rows[0]
  const isTooOften =
    newest.rows.length === mostLostAttempts &&
    newest.rows.every((row) => row.status === 'lost' && !row.saved && row.start_step === first?.start_step)
  if (!isTooOften) return null
  const said = first?.reason ? ` The last time: ${first.reason}` : ''
  return `Its trainer was lost ${mostLostAttempts} times in a row at the same place, for example because memory ran out.${said} See the log, free memory or lower batch and group size, then resume.`
}

async function insertAttempt(
  sql: pg.PoolClient,
  runId: number,
  worker: string,
  epoch: number,
  point: ResumePoint | null,
  evaluates: ClusterEvaluation | null,
): Promise<number> {
  const inserted = await sql.query<{ id: number }>(
    `insert into run_attempts (run_id, epoch, status, worker, start_step, resumed_from_id, evaluates)
     values ($1, $2, 'running', $3, $4, $5, $6) returning id`,
    [runId, epoch, worker, point?.step ?? 0, point?.checkpointId ?? null, evaluates],
  )
  return inserted.rows[0]?.id ?? 0
}

async function takeRun(
  sql: pg.PoolClient,
  runId: number,
  worker: string,
  point: ResumePoint | null,
  evaluates: ClusterEvaluation | null,
): Promise<number> {
  const line = await sparklineUpTo(sql, runId, point?.step ?? -1)
  const taken = await sql.query<{ change: string }>(
    `update runs set status = $8::run_status, status_reason = null, lease_owner = $2, ended_at = null,
       lease_until = now() + make_interval(secs => $3), heartbeat_at = now(),
       started_at = coalesce(started_at, now()), training_step = $4, stage_index = $5, doing = 'Starting the trainer',
       sparkline = $6, sparkline_stride = $7, change = change + 1
     where id = $1 returning change::text`,
    [
      ...[runId, worker, leaseSeconds, point?.step ?? 0, point?.stage ?? null, line.points, line.stride],
      evaluates === null ? 'running' : 'evaluating',
    ],
  )
  return Number(taken.rows[0]?.change ?? 0)
}

async function settle(sql: pg.PoolClient, runId: number, status: string, reason: string | null): Promise<ClaimOutcome> {
  const settled = await sql.query<{ change: string }>(
    `update runs set status = $2::run_status, status_reason = $3, lease_owner = null, lease_until = null,
       ended_at = now(), doing = null, progress = case when $2 = 'finished' then 1 else progress end,
       change = change + 1
     where id = $1 returning change::text`,
    [runId, status, reason],
  )
  return { kind: 'settled', runId, change: Number(settled.rows[0]?.change ?? 0) }
}
