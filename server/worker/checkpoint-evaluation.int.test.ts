import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@/server/app-error'
import { writeCheckpoint } from '@/server/db/checkpoint-writes'
import { db, pool } from '@/server/db/client'
import { listKeptCheckpoints } from '@/server/db/evaluation-checkpoints'
import { inTransaction } from '@/server/db/transaction'
import { cancelEvaluation } from '@/server/services/evaluations/cancel-evaluation'
import { getEvaluation } from '@/server/services/evaluations/get-evaluation'
import {
  type LaunchCheckpointInput,
  launchCheckpointEvaluation,
} from '@/server/services/evaluations/launch-checkpoint-evaluation'
import { resumeEvaluation } from '@/server/services/evaluations/resume-evaluation'
import { compareRows } from '@/server/services/leaderboard/compare-rows'
import { leaderboard } from '@/server/services/leaderboard/leaderboard'
import { queueSmallRun } from '@/server/services/runs/testing/small-launch'
import { endedRun } from './testing/run-state'
import { until } from './testing/until'
import { Worker } from './worker'

const workers: Worker[] = []
const reports: string[] = []
let trained: number

function startWorker(): Worker {
  const worker = new Worker({ concurrency: 1, report: (message) => reports.push(message) })
  workers.push(worker)
  worker.start()
  return worker
}

beforeAll(async () => {
  trained = await queueSmallRun({ name: 'small' })
  startWorker()
  expect(await endedRun(trained)).toMatchObject({ status: 'finished' })
}, 180_000)

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})

const launch = (more: Partial<LaunchCheckpointInput> = {}) =>
  launchCheckpointEvaluation({ run: trained, suites: ['small', 'small-ood'], ...more })

/** What was measured, task by task. */
async function scoresOf(runId: number, point: string) {
  const rows = await db().evaluation.findMany({
    where: { runId, point, partition: 'test' },
    orderBy: { suiteId: 'asc' },
    include: { tasks: { orderBy: [{ taskId: 'asc' }, { repeat: 'asc' }] } },
  })
  return rows.map(({ turn, task, gap, evaluationHash, tasks }) => ({
    ...{ turn, task, gap, evaluationHash },
    tasks: tasks.map(({ taskId, success, turnScores, steps }) => ({ taskId, success, turnScores, steps })),
  }))
}

const doneOf = (runId: number) => db().evaluationPlay.count({ where: { runId, done: true } })

describe('an evaluation of a checkpoint', { timeout: 120_000 }, () => {
  it('measures what the run itself measured there, the untrained policy first, and records every episode', async () => {
    const { id, base } = await launch()
    expect(base).not.toBeNull()
    expect(base).toBeLessThan(id)
    startWorker()
    const [own, untrained] = [await endedRun(id), await endedRun(base ?? 0)]
    expect([own, untrained]).toMatchObject([{ status: 'finished' }, { status: 'finished' }])
    expect(untrained.endedAt?.getTime()).toBeLessThanOrEqual(own.startedAt?.getTime() ?? 0)
    expect(await scoresOf(id, 'final')).toEqual(await scoresOf(trained, 'final'))
    expect(await scoresOf(base ?? 0, 'final')).toEqual(await scoresOf(trained, 'untrained'))
    const episodes = await db().episode.findMany({ where: { runId: id } })
    const total = await db().evaluationPlay.count({ where: { runId: id } })
    expect(episodes).toHaveLength(total)
    const [latest] = await listKeptCheckpoints(trained)
    expect(episodes.every(({ invalid, trainingStep }) => invalid === null && trainingStep === latest?.step)).toBe(true)
    expect((await getEvaluation(id)).base).toBe(base)
    expect((await compareRows({ a: base ?? 0, b: id })).suites.map(({ name }) => name)).toEqual(['small', 'small-ood'])
  })

  it('stands on the leaderboard as what it is', async () => {
    const { boards } = await leaderboard({ filter: 'kind = checkpoint' })
    const rows = boards.flatMap(({ rows }) => rows)
    expect(rows.map(({ run, checkpoint }) => [run.name, checkpoint?.run, checkpoint?.temperature]).sort()).toEqual([
      [expect.stringMatching(/^small: step \d+, in stage 4$/), trained, 0],
      ['small: untrained', trained, 0],
    ])
    expect(rows.every(({ endpoint }) => endpoint === null)).toBe(true)
  })

  it('has the base that was measured in the same way already, and a new one for other suites or draws', async () => {
    const [first, again] = [await launch(), await launch({ suites: ['small-ood'] })]
    expect(again.base).toBe(first.base)
    const drawn = await launch({ temperature: 1, repeats: 2 })
    expect(drawn.base).not.toBe(first.base)
    expect((await launch({ temperature: 1, repeats: 2 })).base).toBe(drawn.base)
    const untrained = await launch({ checkpoint: 'untrained', temperature: 0.5, repeats: 3 })
    expect(untrained.base).toBeNull()
    expect((await launch({ temperature: 0.5, repeats: 3 })).base).toBe(untrained.id)
  })

  it('goes on where it stood when its worker has ended, and plays nothing again', async () => {
    await pool().query(`update runs set status = 'stopped' where status = 'queued'`)
    const { id } = await launch({ checkpoint: 'untrained', temperature: 1, repeats: 20 })
    const worker = startWorker()
    await until('some plays', async () => ((await doneOf(id)) > 0 ? true : null))
    await worker.stop()
    const before = await db().evaluationPlay.findMany({ where: { runId: id, done: true } })
    expect(await db().run.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'queued' })
    startWorker()
    expect(await endedRun(id)).toMatchObject({ status: 'finished' })
    const after = await db().evaluationPlay.findMany({ where: { runId: id } })
    for (const play of before) expect(after).toContainEqual(play)
    expect(await db().episode.count({ where: { runId: id } })).toBe(after.length)
    expect(after.length).toBe(20 * 6)
    const [evaluation] = await db().evaluation.findMany({ where: { runId: id }, orderBy: { suiteId: 'asc' } })
    expect(evaluation?.repeats).toBe(20)
  })

  it('is cancelled before a worker takes it, and resumed', async () => {
    const { id } = await launch({ checkpoint: 'untrained', seed: 7 })
    expect(await cancelEvaluation(id)).toEqual({ status: 'stopped' })
    await resumeEvaluation(id)
    startWorker()
    expect(await endedRun(id)).toMatchObject({ status: 'finished' })
  })

  it('keeps its checkpoint until it has been played', async () => {
    const attempt = await db().runAttempt.findFirstOrThrow({ where: { runId: trained } })
    const store = (stage: number, step: number) =>
      inTransaction((sql) =>
        writeCheckpoint(
          sql,
          { runId: trained, attemptId: attempt.id },
          { stage, step, data: new Uint8Array([1]), lastEpisodeId: 0n },
        ),
      )
    const at = async (step: number) => (await listKeptCheckpoints(trained)).find((kept) => kept.step === step)
    for (const step of [1001, 1002, 1003]) await store(3, step)
    await launch({ checkpoint: (await at(1001))?.id ?? 0 })
    await store(4, 1004)
    expect([await at(1001), await at(1002)]).toEqual([expect.objectContaining({ step: 1001 }), undefined])
  })

  it('is refused at the field with what would be right', async () => {
    const refused = async (more: Partial<LaunchCheckpointInput>) => {
      const error = await launch(more).then(
        () => null,
        (reason: unknown) => reason,
      )
      return error instanceof AppError ? [error.code, error.field, error.message] : error
    }
    expect(await refused({ run: 99_999 })).toEqual(['NOT_FOUND', 'run', 'There is no run 99999.'])
    expect(await refused({ checkpoint: 99_999 })).toMatchObject([
      'BAD_INPUT',
      'checkpoint',
      expect.stringMatching(/keeps no such checkpoint\. Kept: \d+ \(step \d+\)/),
    ])
    expect(await refused({ repeats: 3 })).toMatchObject(['BAD_INPUT', 'repeats', expect.stringContaining('alike')])
    expect(await refused({ suites: ['nothing'] })).toMatchObject([
      'BAD_INPUT',
      'suites',
      expect.stringContaining('Stored: '),
    ])
    const other = (await leaderboard({ filter: 'kind = checkpoint' })).boards[0]?.rows[0]?.run.id ?? 0
    expect(await refused({ run: other })).toMatchObject(['BAD_INPUT', 'run', expect.stringContaining('endpoint')])
  })

  it('is carried out without a complaint of the worker', () => expect(reports).toEqual([]))
})
