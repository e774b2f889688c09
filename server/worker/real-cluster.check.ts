import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { randomModel } from '@/server/backends/ray/testing/random-model'
import { RayHead, rayPython } from '@/server/backends/ray/testing/ray-head'
import { starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import type { StageEdit } from '@/server/core/runs/launch-input'
import { db, pool } from '@/server/db/client'
import { storeCurriculum } from '@/server/db/curricula'
import { type StartedServer, startServer } from '@/server/env-server/testing/start-server'
import { saveBackend } from '@/server/services/backends/save-backend'
import { testBackend } from '@/server/services/backends/test-backend'
import { queueSmallRun } from '@/server/services/runs/testing/small-launch'
import { endedRun } from './testing/run-state'
import { startTrackingServer } from './testing/tracking-server'
import { until } from './testing/until'
import { Worker } from './worker'

const patienceMs = 900_000
const data = mkdtempSync(join(tmpdir(), 'envtune-real-'))
const edit: StageEdit = {
  ...{ groupSize: 2, batchSize: 2 },
  gate: { minSteps: 1, maxSteps: 2, validateEvery: 1, validationSamples: 1, window: 2 },
}
const longer: StageEdit = { ...edit, gate: { ...edit.gate, maxSteps: 4 } }
const settings = { learningRate: 1e-3, responseLength: 160, stepLength: 16, microBatch: 2, gpusPerNode: 0 }
const trainer = { ...settings, dtype: 'float32' } as const
const model = join(data, 'model')
const tiny = { backend: 'loopback', model, engine: 'trl' } as const
let head: RayHead
let server: StartedServer
let tracking: Awaited<ReturnType<typeof startTrackingServer>>
const worker = new Worker({ concurrency: 1, pollMs: 500 })

beforeAll(async () => {
  vi.stubEnv('ENVTUNE_DATA', data)
  randomModel(rayPython(), model)
  head = await RayHead.start(rayPython())
  server = await startServer()
  tracking = await startTrackingServer()
  const [syntax, hints] = starterCurriculum.stages
  if (!syntax || !hints) throw new Error('the starter curriculum has fewer stages')
  await storeCurriculum({ name: 'two', title: 'Two stages', stages: [syntax, hints] })
}, patienceMs)

afterAll(async () => {
  await worker.stop()
  await head.end()
  await server.stop()
  tracking.close()
  rmSync(data, { recursive: true, force: true })
}, 120_000)

describe('a language model on a real Ray head, trained by TRL on this project’s environment server', () => {
  let backend = 0

  it('finds a cluster on which a run can be launched', { timeout: patienceMs }, async () => {
    const cluster = {
      address: head.connection.address,
      environmentUrl: `ws://127.0.0.1:${server.port}`,
      trackingUrl: tracking.url,
      ...{ checkpointFolder: join(data, 'checkpoints'), python: rayPython(), stopGraceSeconds: 120 },
    }
    backend = (await saveBackend({ id: null, name: 'loopback', settings: cluster, token: head.token })).id
    const { steps, ok } = await testBackend(backend)
    expect(steps.filter((step) => !step.ok).map(({ what, detail }) => `${what}: ${detail}`)).toEqual([])
    expect(ok).toBe(true)
  })

  it('goes through two stages, the second from the checkpoint of the first', { timeout: patienceMs }, async () => {
    const run = await queueSmallRun({
      ...{ ...tiny, curriculum: 'two', stages: { syntax: edit, hints: longer } },
      trainer: { ...trainer, keepCheckpoints: 1, evaluate: 'end' },
    })
    worker.start()
    await until('the end of the run', async () => ((await isOver(run)) ? true : null), patienceMs)
    expect(await endedRun(run)).toMatchObject({ status: 'finished', stageIndex: 1, trainingStep: 6 })
    await expectStages(run)
    await expectEvaluations(run)
    const left = readdirSync(join(data, 'checkpoints', `run-${run}`, '1-hints'))
    expect(left).toContain('checkpoint-4')
  })

  it('goes on from its checkpoint when its job is killed half-way, without an overlap', {
    timeout: patienceMs,
  }, async () => {
    const [syntax] = starterCurriculum.stages
    if (!syntax) throw new Error('the starter curriculum has no stage')
    await storeCurriculum({ name: 'one', title: 'One stage', stages: [syntax] })
    const whole = { ...edit, gate: { ...edit.gate, minSteps: 6, maxSteps: 6, validateEvery: 2 } }
    const once = { ...trainer, evaluate: 'never' } as const
    const run = await queueSmallRun({ ...tiny, curriculum: 'one', stages: { syntax: whole }, trainer: once })
    const trainsOn = { runId: run, partition: 'train', trainingStep: { gt: 2 } }
    await until('an episode after the checkpoint', () => db().episode.findFirst({ where: trainsOn }), patienceMs)
    expect(head.killJobs('envtune_trainer train')).toBeGreaterThan(0)
    await until('the end of the run', async () => ((await isOver(run)) ? true : null), patienceMs)
    expect(await endedRun(run)).toMatchObject({ status: 'finished', trainingStep: 6 })
    await expectContinued(run, 2)
  })
})

/** Two attempts, the second from the checkpoint; every step once in the series, every episode once in its group. */
async function expectContinued(run: number, checkpoint: number): Promise<void> {
  const attempts = await db().runAttempt.findMany({ where: { runId: run }, orderBy: { epoch: 'asc' } })
  const told = attempts.map(({ status, startStep, supersededAfter }) => [status, startStep, supersededAfter])
  expect(told).toEqual([
    ['lost', 0, checkpoint],
    ['done', checkpoint, 6],
  ])
  expect(attempts[0]?.reason).toContain('was killed')
  const { rows } = await pool().query<{ attempt: number; step: number }>(
    `select a.epoch as attempt, p.step from run_attempts a join metric_series s on s.attempt_id = a.id
     join metric_points p on p.series_id = s.id and p.step <= coalesce(a.superseded_after, p.step)
     where a.run_id = $1 and s.name = 'grad_norm' order by 1, 2`,
    [run],
  )
  expect(rows).toEqual([1, 2, 3, 4, 5, 6].map((step) => ({ attempt: step <= checkpoint ? 1 : 2, step })))
  const episodes = { runId: run, partition: 'train', superseded: false, invalid: null }
  const played = await db().episode.groupBy({ by: ['trainingStep'], where: episodes, _count: true })
  expect(new Map(played.map(({ trainingStep, _count }) => [trainingStep, _count]))).toEqual(
    new Map([1, 2, 3, 4, 5, 6].map((step) => [step, 4])),
  )
}

async function isOver(id: number): Promise<boolean> {
  const { status } = await db().run.findUniqueOrThrow({ where: { id } })
  return ['finished', 'stopped', 'failed'].includes(status)
}

async function expectStages(run: number): Promise<void> {
  const attempts = await db().runAttempt.findMany({ where: { runId: run }, orderBy: { epoch: 'asc' } })
  const told = attempts.map(({ status, startStep, evaluates }) => `${status} from ${startStep}, ${evaluates}`)
  expect(told).toEqual(['done from 0, null', 'done from 2, null', 'done from 6, final'])
  const stages = await db().stageRun.findMany({ where: { runId: run }, orderBy: { position: 'asc' } })
  expect(stages.map(({ startStep, endStep }) => [startStep, endStep])).toEqual([
    [0, 2],
    [2, 6],
  ])
}

/** What the trained model did on test tasks, in and out of distribution: each played once and recorded. */
async function expectEvaluations(run: number): Promise<void> {
  const found = await db().evaluation.findMany({
    where: { runId: run },
    include: { tasks: true },
    orderBy: { id: 'asc' },
  })
  expect(found.map(({ point, partition, step, taskCount }) => [point, partition, step, taskCount])).toEqual([
    ['final', 'test', 6, 4],
    ['final', 'test', 6, 2],
  ])
  expect(found.flatMap(({ tasks }) => tasks).every(({ episodeId }) => episodeId !== null)).toBe(true)
}
