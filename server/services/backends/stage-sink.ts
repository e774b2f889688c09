import type pg from 'pg'
import { submissionId } from '@/server/backends/backend'
import type { JobReport, SavedCheckpoint, StageSink } from '@/server/backends/stage-job'
import { removableCheckpoints } from '@/server/core/runs/checkpoint-rotation'
import { gradientNames, savedCheckpointName } from '@/server/core/runs/gradient-names'
import { redactTokens } from '@/server/core/runs/redact-tokens'
import type { Suite } from '@/server/core/tasks/task'
import {
  checkpointFrom,
  heldCheckpoints,
  lastEpisodeUpTo,
  markRemoved,
  registerCheckpoint,
  stepsWithoutCheckpoint,
  wantedSteps,
} from '@/server/db/backend-checkpoints'
import { insertJob, storeLogOffset, updateJob } from '@/server/db/backend-jobs'
import { attemptProgress } from '@/server/db/backend-validations'
import { writeLog } from '@/server/db/log-writes'
import { lockRunForAttempt } from '@/server/db/run-lock'
import { type RunSummary, updateRunSummary } from '@/server/db/run-summary'
import { supersedeAfter } from '@/server/db/supersede'
import { countTestPlays } from '@/server/db/test-plays'
import { inTransaction } from '@/server/db/transaction'
import { announceRun } from '@/server/services/recording/announce-run'
import { recordTestPlays, testTasks } from './record-test-plays'
import { newestValidation, openValidations, type StageValidations } from './stage-validations'

export interface StageSinkOptions extends StageValidations {
  /** The run's own suite and those out of distribution. */
  readonly suites: readonly Suite[]
  /** Repeats work while the database is away. */
  readonly patiently: <T>(work: () => Promise<T>) => Promise<T>
}

/** What a stage on a cluster does, written to and read from our record; every write is refused to an older attempt. */
export function stageSink(options: StageSinkOptions): StageSink {
  const { attempt, assignment, patiently } = options
  const { attemptId } = attempt
  const { stage, evaluates, step: standsAt } = assignment
  const id = submissionId(attempt.runId, attempt.epoch)
  const write = (work: Work) => patiently(() => writeForAttempt(options, work))
  let said = ''
  return {
    submitted: (job) =>
      write(async (sql) => {
        await insertJob(sql, attempt, { stage, submissionId: id, ...job })
        return null
      }),
    job: (report) => write((sql) => writeJob(sql, options, id, report)),
    output: (lines, offset) =>
      write(async (sql) => {
        await writeLog(sql, attempt, lines.map(redactTokens))
        await storeLogOffset(sql, id, offset)
        return {}
      }),
    checkpoint: (saved) => write((sql) => writeSaved(sql, options, saved)),
    checkpointFrom: (step) => patiently(() => checkpointFrom(attemptId, step)),
    unknownCheckpoints: () => patiently(() => stepsWithoutCheckpoint(attemptId, savedCheckpointName)),
    removable: () => patiently(() => removableOf(options)),
    removed: (ids) =>
      write(async (sql) => {
        await markRemoved(sql, ids)
        await writeLog(sql, attempt, [`${ids.length} older checkpoints were removed on the cluster.`])
        return {}
      }),
    validations: (isOver) => patiently(() => openValidations(options, isOver)),
    lastValidation: () => patiently(() => newestValidation(options)),
    evaluated: () =>
      patiently(async () => {
        if (evaluates === null) throw new Error('a stage that trains has no evaluation of its own')
        return recordTestPlays({ attempt, point: evaluates, step: standsAt, suites: options.suites })
      }),
    progress: async (doing) => {
      const progress = evaluates === null ? progressOf : evaluationProgress
      const summary = await patiently(() => progress(options, doing))
      const text = JSON.stringify(summary)
      if (text === said) return
      await write(async () => summary)
      said = text
    },
    cutAfter: (step) =>
      write(async (sql) => {
        const lastEpisodeId = await lastEpisodeUpTo(sql, attempt, step)
        await supersedeAfter(sql, attempt.runId, { stage, step, lastEpisodeId })
        return { trainingStep: step }
      }),
  }
}

/** Null: nothing of it is for a page to show. */
type Work = (sql: pg.PoolClient) => Promise<RunSummary | null>

/** Writes under the run's lock, so that nothing of an attempt that has been taken over slips in. */
async function writeForAttempt({ attempt }: StageSinkOptions, work: Work): Promise<void> {
  const { runId, epoch } = attempt
  const change = await inTransaction(async (sql) => {
    await lockRunForAttempt(sql, runId, epoch)
    const summary = await work(sql)
    return summary && (await updateRunSummary(sql, runId, summary))
  })
  if (change !== null) announceRun(runId, change)
}

async function writeJob(
  sql: pg.PoolClient,
  { attempt }: StageSinkOptions,
  id: string,
  report: JobReport,
): Promise<RunSummary | null> {
  const reason = report.reason && redactTokens(report.reason)
  const isNew = await updateJob(sql, { submissionId: id, ...report, reason })
  if (!isNew) return null
  const because = reason ? ` ${reason.split('\n')[0]}` : ''
  await writeLog(sql, attempt, [`Job ${id} is ${report.status}.${because}`])
  return {}
}

async function writeSaved(
  sql: pg.PoolClient,
  { attempt, assignment }: StageSinkOptions,
  { step, path, bytes }: SavedCheckpoint,
): Promise<RunSummary> {
  const { stage } = assignment
  await registerCheckpoint(sql, attempt, { stage, step, location: path, bytes })
  await writeLog(sql, attempt, [`Checkpoint at step ${step}: ${path}`])
  return {}
}

/** What the rules let go of, with where it lies. */
async function removableOf({ attempt }: StageSinkOptions) {
  const { runId, snapshot } = attempt
  const held = await heldCheckpoints(runId)
  const rules = { keep: snapshot.settings.keepCheckpoints, wanted: await wantedSteps(runId) }
  const gone = new Set(removableCheckpoints(held, rules).map(({ id }) => id))
  return held.filter(({ id }) => gone.has(id)).map(({ id, path }) => ({ id, path }))
}

async function progressOf({ attempt, assignment, plan }: StageSinkOptions, doing: string): Promise<RunSummary> {
  const { step, reward } = await attemptProgress(attempt.attemptId, gradientNames)
  const trainingStep = step ?? assignment.step
  const done = trainingStep - assignment.startStep
  const where = step === null ? '' : `, step ${done} of at most ${plan.gate.maxSteps}`
  return {
    trainingStep,
    doing: redactTokens(`${doing}${where}`).slice(0, 500),
    progress: Math.min(1, done / plan.gate.maxSteps),
    ...(reward === null ? {} : { latestReward: reward }),
  }
}

async function evaluationProgress({ attempt, suites }: StageSinkOptions, doing: string): Promise<RunSummary> {
  const [done, total] = [await countTestPlays(attempt.attemptId), testTasks(suites).length]
  return {
    doing: redactTokens(`${doing}, ${done} of ${total} test tasks`).slice(0, 500),
    progress: total > 0 ? Math.min(1, done / total) : 0,
  }
}
