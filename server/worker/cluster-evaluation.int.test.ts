import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { RayStandIn } from '@/server/backends/ray/testing/ray-stand-in'
import { db, pool } from '@/server/db/client'
import { type StartedServer, startServer } from '@/server/env-server/testing/start-server'
import { leaderboard } from '@/server/services/leaderboard/leaderboard'
import { repeatEvaluation } from '@/server/services/runs/repeat-evaluation'
import { resumeRun } from '@/server/services/runs/resume-run'
import { stopRun } from '@/server/services/runs/stop-run'
import { launchOnCluster, storeTwoStages } from './testing/launch-on-cluster'
import { endedRun } from './testing/run-state'
import { type Script, stageOf } from './testing/scripted-trainer'
import { until } from './testing/until'
import { Worker } from './worker'

const folder = mkdtempSync(join(tmpdir(), 'envtune-cluster-evaluation-'))
const reports: string[] = []
let worker: Worker
let ray: RayStandIn
let server: StartedServer

beforeAll(async () => {
  vi.stubEnv('ENVTUNE_DATA', folder)
  server = await startServer()
  await storeTwoStages()
})
beforeEach(async () => {
  ray = await RayStandIn.start('the-token-of-the-cluster')
  worker = new Worker({ concurrency: 1, pollMs: 50, report: (message) => reports.push(message) })
  worker.start()
})
afterEach(async () => {
  await worker.stop()
  await ray.end()
})
afterAll(async () => {
  await server.stop()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const launch = (script: Script, evaluate: 'both' | 'end') =>
  launchOnCluster({ ray, server, script }, { trainer: { evaluate } })
const attemptsOf = (runId: number) => db().runAttempt.findMany({ where: { runId }, orderBy: { epoch: 'asc' } })
const evaluationsOf = async (runId: number) => {
  const { rows } = await pool().query(
    `select v.point, v.partition, v.step, s.name as suite, v.task_count as "taskCount", v.task,
       (select json_agg(json_build_array(e.partition, e.superseded, e.stage)) from evaluation_tasks t
        join episodes e on e.id = t.episode_id where t.evaluation_id = v.id) as episodes
     from evaluations v join suites s on s.id = v.suite_id where v.run_id = $1 order by v.id`,
    [runId],
  )
  return rows
}
const jobOf = (run: number, epoch: number) => ray.jobs.get(`envtune-run-${run}-attempt-${epoch}`)
const testEpisode = ['test', false, null]

describe('a run on a cluster and the test tasks', { timeout: 120_000 }, () => {
  it('plays them before its first stage and after the last, and stands on the leaderboard', async () => {
    const run = await launch({}, 'both')
    const ended = await endedRun(run)
    expect(ended).toMatchObject({ status: 'finished', statusReason: null, testTask: 1, oodTask: 1, progress: 1 })
    expect((await attemptsOf(run)).map(({ evaluates, status }) => [evaluates, status])).toEqual([
      ['untrained', 'done'],
      [null, 'done'],
      [null, 'done'],
      ['final', 'done'],
    ])
    const at = (point: string, step: number) => [
      { point, partition: 'test', step, suite: 'small', taskCount: 4, task: 1, episodes: Array(4).fill(testEpisode) },
      {
        point,
        partition: 'test',
        step,
        suite: 'small-ood',
        taskCount: 2,
        task: 1,
        episodes: Array(2).fill(testEpisode),
      },
    ]
    expect(await evaluationsOf(run)).toEqual([...at('untrained', 0), ...at('final', ended.trainingStep)])
    const row = (await leaderboard()).boards.flatMap(({ rows }) => rows).find((each) => each.run.id === run)
    expect(row).toMatchObject({ inside: { task: { value: 1 } }, gap: { value: 0 } })
  })

  it('plays them with the model itself, and at the end with the last stage’s checkpoint, without metrics', async () => {
    const run = await launch({}, 'both')
    const { trainingStep } = await endedRun(run)
    const [before, after] = [1, 4].map((epoch) => jobOf(run, epoch))
    if (!before || !after) throw new Error('a job is missing')
    expect(stageOf(before).checkpoints).toMatchObject({ from: null, resume: 'never' })
    const stages = await db().stageRun.findMany({ where: { runId: run }, orderBy: { position: 'asc' } })
    const checkpoint = `/shared/run-${run}/1-hints/checkpoint-${trainingStep - (stages[1]?.startStep ?? 0)}`
    expect(stageOf(after).checkpoints).toMatchObject({
      from: checkpoint,
      folder: `/shared/run-${run}/evaluation-final`,
    })
    expect(after.request.runtime_env.env_vars).not.toHaveProperty('MLFLOW_RUN_ID')
  })

  it('says that it evaluates, and how far it is', async () => {
    let go: () => void = () => {}
    const released = new Promise<void>((resolve) => {
      go = resolve
    })
    const run = await launch({ beforeTest: async (place) => (place === 3 ? released.then(() => true) : true) }, 'end')
    const evaluating = await until('the evaluation', async () => {
      const found = await db().run.findUniqueOrThrow({ where: { id: run } })
      return found.doing?.includes('3 of 6 test tasks') ? found : null
    })
    expect(evaluating).toMatchObject({ status: 'evaluating', progress: 0.5 })
    go()
    expect(await endedRun(run)).toMatchObject({ status: 'finished', statusReason: null })
  })

  it('plays them anew when the job is lost, and counts what was played once', async () => {
    let lost = false
    const run = await launch(
      {
        beforeTest: (place) => {
          if (place !== 2 || lost) return true
          lost = true
          throw new Error('the node is gone')
        },
      },
      'end',
    )
    expect(await endedRun(run)).toMatchObject({ status: 'finished', statusReason: null, testTask: 1 })
    expect((await attemptsOf(run)).map(({ status }) => status)).toEqual(['done', 'done', 'lost', 'done'])
    const counted = { runId: run, partition: 'test', superseded: false }
    expect(await db().episode.count({ where: counted })).toBe(6)
  })

  it('is not lost with them: a trained run whose evaluation fails is finished, says why, and may repeat it', async () => {
    let isBroken = true
    const run = await launch({ beforeTest: (place) => !isBroken || place !== 1 }, 'end')
    const ended = await endedRun(run)
    expect(ended).toMatchObject({ status: 'finished', testTask: null })
    expect(ended.statusReason).toMatch(/Trained, but its final evaluation failed: 1 of 6 test tasks were not played/)
    expect((await attemptsOf(run)).filter(({ evaluates }) => evaluates === 'final')).toHaveLength(3)
    expect(await evaluationsOf(run)).toEqual([])
    expect(await db().checkpoint.count({ where: { runId: run, removedAt: null } })).toBeGreaterThan(0)

    isBroken = false
    await repeatEvaluation(run)
    await until('the evaluation', async () => (jobOf(run, 6) ? true : null))
    expect(await endedRun(run)).toMatchObject({ status: 'finished', statusReason: null, testTask: 1 })
    expect((await attemptsOf(run)).filter(({ evaluates }) => evaluates === null)).toHaveLength(2)
    await expect(repeatEvaluation(run)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('trains all the same when the untrained model cannot be evaluated', async () => {
    const run = await launch({ beforeTest: (_, { evaluation }) => evaluation?.step !== 0 }, 'both')
    expect(await endedRun(run)).toMatchObject({ status: 'finished', statusReason: null, testTask: 1 })
    const evaluations = await evaluationsOf(run)
    expect(evaluations.map(({ point }) => point)).toEqual(['final', 'final'])
  })

  it('stops when a person asks, and plays them when it is resumed', async () => {
    let isAsked = false
    const run = await launch(
      {
        beforeTest: async (_, __, job) => {
          if (isAsked) return true
          isAsked = true
          await stopRun(run)
          await job.stopAsked
          return false
        },
      },
      'end',
    )
    const stopped = await endedRun(run)
    expect(stopped).toMatchObject({ status: 'stopped', statusReason: expect.stringContaining('Resume plays') })
    await resumeRun(run)
    await until('the evaluation', async () => (jobOf(run, 4) ? true : null))
    expect(await endedRun(run)).toMatchObject({ status: 'finished', testTask: 1 })
    expect((await attemptsOf(run)).map(({ evaluates }) => evaluates)).toEqual([null, null, 'final', 'final'])
  })

  it('is carried out without a complaint of the worker', () => expect(reports).toEqual([]))
})
