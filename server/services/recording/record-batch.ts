import type pg from 'pg'
import { writeCheckpoint } from '@/server/db/checkpoint-writes'
import { type EpisodeRow, placeEpisodes, writeEpisodes } from '@/server/db/episode-writes'
import { lastEpisodeId } from '@/server/db/last-episode'
import { writeLog } from '@/server/db/log-writes'
import { writePoints } from '@/server/db/metric-writes'
import { claimBatch, type LockedRun, lockRunForAttempt } from '@/server/db/run-lock'
import { type RunSummary, updateRunSummary } from '@/server/db/run-summary'
import { endStage, startStage } from '@/server/db/stage-writes'
import { writeToolErrors } from '@/server/db/tool-error-writes'
import { inTransaction } from '@/server/db/transaction'
import type { EventBatch } from '@/server/recording/packed-event'
import { announceRun } from './announce-run'
import { type BatchContents, batchContents } from './batch-contents'
import { recordEvaluation } from './record-evaluation'
import { type RunContext, runContext, taskOf } from './run-context'

export interface Recorded {
  /** False: this batch had been applied before, and nothing changed. */
  readonly applied: boolean
  /** The run's change number after it. */
  readonly change: number
}

/**
 * Applies a batch of a trainer's events: whole or not at all, and once, however often it arrives.
 * Throws an AppError with code CONFLICT when a newer attempt has taken the run over.
 */
export async function recordBatch(batch: EventBatch): Promise<Recorded> {
  const context = await runContext(batch.run)
  const recorded = await inTransaction(async (sql) => {
    const run = await lockRunForAttempt(sql, batch.run, batch.epoch)
    const isNew = await claimBatch(sql, batch.run, batch.source, batch.sequence)
    if (!isNew) return { applied: false, change: run.change }
    return { applied: true, change: await apply(sql, run, context, batch) }
  })
  if (recorded.applied) announceRun(batch.run, recorded.change)
  return recorded
}

async function apply(sql: pg.PoolClient, run: LockedRun, context: RunContext, batch: EventBatch): Promise<number> {
  const sparkline = { points: run.sparkline, stride: run.sparklineStride }
  const contents = batchContents(batch, { snapshot: context.snapshot, sparkline })
  const episodes = await placeEpisodes(sql, run, contents.packed, (suite, key) => taskOf(context, suite, key).id)
  await writeEpisodes(sql, run, episodes)
  await writePoints(sql, run.attemptId, contents.points)
  await writeLog(sql, run, contents.logLines)
  await writeStages(sql, run, contents)
  await writeCheckpoints(sql, run, contents, episodes)
  let summary: RunSummary = keepStopping(run, contents.summary)
  for (const event of contents.evaluations)
    summary = { ...summary, ...(await recordEvaluation(sql, run, context, event)) }
  // The hints' ledger counts what was played to its end. Last of all, because its totals have one writer at a time.
  await writeToolErrors(
    sql,
    run,
    episodes.filter(({ episode }) => episode.invalid == null),
  )
  return updateRunSummary(sql, run.runId, summary)
}

/** A run that is being stopped stays so, whatever its trainer still reports. */
function keepStopping(run: LockedRun, summary: RunSummary): RunSummary {
  if (run.status !== 'stopping') return summary
  const { status: _, ...rest } = summary
  return rest
}

async function writeStages(sql: pg.PoolClient, run: LockedRun, { stageEvents }: BatchContents): Promise<void> {
  for (const event of stageEvents) {
    if (event.type === 'stage-started') await startStage(sql, run.runId, event.stage, event.step)
    else await endStage(sql, run.runId, event.stage, event.step, event.verdict)
  }
}

async function writeCheckpoints(
  sql: pg.PoolClient,
  run: LockedRun,
  { checkpoints }: BatchContents,
  episodes: readonly EpisodeRow[],
): Promise<void> {
  for (const { stage, step, data, episodesBefore } of checkpoints) {
    const lastId = episodes[episodesBefore - 1]?.id ?? (await lastEpisodeId(sql, run, episodes[0]?.id))
    await writeCheckpoint(sql, run, { stage, step, data, lastEpisodeId: lastId })
  }
}
