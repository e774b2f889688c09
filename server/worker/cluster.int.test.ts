import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { RayStandIn, type StandInJob } from '@/server/backends/ray/testing/ray-stand-in'
import type { LaunchRequest } from '@/server/core/runs/launch-input'
import { db, pool } from '@/server/db/client'
import { type StartedServer, startServer } from '@/server/env-server/testing/start-server'
import { pinRunCheckpoint } from '@/server/services/backends/pin-checkpoint'
import { runSeries } from '@/server/services/read/run-series'
import { resumeRun } from '@/server/services/runs/resume-run'
import { stopRun } from '@/server/services/runs/stop-run'
import { launchOnCluster, storeTwoStages } from './testing/launch-on-cluster'
import { endedRun } from './testing/run-state'
import { type Script, stageOf } from './testing/scripted-trainer'
import { until } from './testing/until'
import { Worker } from './worker'

const folder = mkdtempSync(join(tmpdir(), 'envtune-cluster-'))
const workers: Worker[] = []
const reports: string[] = []
let ray: RayStandIn
let server: StartedServer

function startWorker(): Worker {
  const worker = new Worker({ concurrency: 1, pollMs: 50, report: (message) => reports.push(message) })
  workers.push(worker)
  worker.start()
  return worker
}

beforeAll(async () => {
  vi.stubEnv('ENVTUNE_DATA', folder)
  server = await startServer()
  await storeTwoStages()
})

beforeEach(async () => {
  ray = await RayStandIn.start('the-token-of-the-cluster')
})

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  await ray.end()
})

afterAll(async () => {
  await server.stop()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const launch = (script: Script, changes: Partial<LaunchRequest> = {}, token = ray.token) =>
  launchOnCluster({ ray, server, script, token }, changes)

const removalSchema = z.object({ folder: z.string(), paths: z.array(z.string()) })
const removalOf = (job: StandInJob) =>
  removalSchema.parse(JSON.parse(job.request.runtime_env.env_vars.ENVTUNE_REMOVE ?? ''))
const attemptsOf = (runId: number) => db().runAttempt.findMany({ where: { runId }, orderBy: { epoch: 'asc' } })
const jobsOf = (runId: number) => db().backendJob.findMany({ where: { runId }, orderBy: { id: 'asc' } })
const stagesOf = (runId: number) => db().stageRun.findMany({ where: { runId }, orderBy: { position: 'asc' } })
const logOf = async (runId: number) =>
  (await db().logChunk.findMany({ where: { runId }, orderBy: { id: 'asc' } })).map(({ text }) => text).join('\n')
const submitted = (runId: number, epoch: number) =>
  until(`attempt ${epoch} on the cluster`, () => ray.jobs.get(`envtune-run-${runId}-attempt-${epoch}`) ?? null)

describe('a run on a cluster', { timeout: 120_000 }, () => {
  it('goes stage by stage: the gate ends a job, the next one begins at the checkpoint of the verdict', async () => {
    const run = await launch({ beforeStep: () => ray.breakTails() })
    startWorker()
    expect(await endedRun(run)).toMatchObject({ status: 'finished', statusReason: null, stageIndex: 1 })
    const stages = await stagesOf(run)
    expect(stages).toMatchObject([
      { status: 'passed', startStep: 0, verdict: 'pass' },
      { status: 'passed', startStep: stages[0]?.endStep, verdict: 'pass' },
    ])
    expect((await attemptsOf(run)).map(({ status }) => status)).toEqual(['done', 'done'])
    const jobs = await jobsOf(run)
    expect(jobs.every(({ status, gpus }) => (status === 'stopped' || status === 'succeeded') && gpus === 1)).toBe(true)
    const second = stageOf(await submitted(run, 2))
    expect(second.checkpoints).toMatchObject({
      from: `/shared/run-${run}/0-syntax/checkpoint-${stages[0]?.endStep}`,
      resume: 'never',
    })
    const names = ['validation/accuracy']
    const { series } = await runSeries({ run, names })
    expect(series.map(({ name }) => name)).toEqual(names)
    const { rows } = await pool().query(
      `select count(*)::int as later from episodes e join stage_runs s on s.run_id = e.run_id and s.position = e.stage
       where e.run_id = $1 and not e.superseded and e.training_step > s.end_step`,
      [run],
    )
    expect(rows).toEqual([{ later: 0 }])
  })

  it('takes verl’s checkpoints from its metrics: the next stage begins at the one of the verdict', async () => {
    const run = await launch({ isQuiet: true }, { engine: 'verl' })
    startWorker()
    expect(await endedRun(run)).toMatchObject({ status: 'finished', stageIndex: 1 })
    const [first] = await stagesOf(run)
    const second = stageOf(await submitted(run, 2))
    expect(second.checkpoints.from).toBe(`/shared/run-${run}/0-syntax/global_step_${first?.endStep}`)
  })

  it('keeps its job’s output whole and without tokens', async () => {
    const run = await launch({ beforeStep: () => ray.breakTails() })
    startWorker()
    await endedRun(run)
    const log = await logOf(run)
    expect(log).toContain('using the token envtune_…')
    const told = log.split('\n').filter((line) => line.startsWith('ENVTUNE '))
    const wrote = [1, 2].flatMap((epoch) => ray.jobs.get(`envtune-run-${run}-attempt-${epoch}`)?.log.split('\n') ?? [])
    expect(told).toEqual(wrote.filter((line) => line.startsWith('ENVTUNE ')))
  })

  it('whose worker leaves is taken over by another: the same job, the same attempt', async () => {
    let reached: () => void = () => {}
    const midway = new Promise<void>((resolve) => {
      reached = resolve
    })
    let go: () => void = () => {}
    const released = new Promise<void>((resolve) => {
      go = resolve
    })
    const run = await launch({
      beforeStep: async (step, { stageIndex }) => {
        if (stageIndex !== 0 || step !== 2) return
        reached()
        await released
      },
    })
    const worker = startWorker()
    await midway
    await worker.stop()
    expect(await db().run.findUniqueOrThrow({ where: { id: run } })).toMatchObject({
      status: 'running',
      leaseOwner: null,
    })
    go()
    startWorker()
    expect(await endedRun(run)).toMatchObject({ status: 'finished' })
    expect((await attemptsOf(run)).map(({ status }) => status)).toEqual(['done', 'done'])
    expect(await jobsOf(run)).toHaveLength(2)
  })

  it('whose job is lost loses an attempt and goes on from the stage’s own checkpoint', async () => {
    let lost = false
    const run = await launch({
      beforeStep: (step, { stageIndex }) => {
        if (stageIndex !== 1 || step !== 3 || lost) return
        lost = true
        throw new Error('CUDA out of memory')
      },
    })
    startWorker()
    const ended = await endedRun(run)
    expect(ended).toMatchObject({ status: 'finished', latestReward: 1, latestAccuracy: 1 })
    expect(ended.sparkline.length).toBeGreaterThanOrEqual(ended.trainingStep)
    const attempts = await attemptsOf(run)
    expect(attempts.map(({ status }) => status)).toEqual(['done', 'lost', 'done'])
    expect(attempts[1]?.reason).toContain('CUDA out of memory')
    const third = stageOf(await submitted(run, 3))
    expect(third.checkpoints.resume).toBe(`/shared/run-${run}/1-hints/checkpoint-2`)
    expect(third.checkpoints.from).toContain(`/shared/run-${run}/0-syntax/checkpoint-`)
    expect(attempts[2]?.startStep).toBe(attempts[1]?.supersededAfter)
  })

  it('is only set back by a cluster that forgets its jobs', async () => {
    let forgotten = false
    const run = await launch({
      beforeStep: async (step) => {
        if (step !== 2 || forgotten) return
        forgotten = true
        ray.forget()
        throw new Error('the head is gone')
      },
    })
    startWorker()
    expect(await endedRun(run)).toMatchObject({ status: 'finished' })
    const [first] = await attemptsOf(run)
    expect(first).toMatchObject({ status: 'lost', reason: expect.stringContaining('does not know the job any more') })
  })

  it('stops when a person asks: the job writes its checkpoint, and resuming goes on there', async () => {
    const run = await launch({
      beforeStep: async (step, stage, job) => {
        if (stage.attempt !== 1 || step !== 3) return
        await stopRun(run)
        await job.stopAsked
      },
    })
    startWorker()
    expect(await endedRun(run)).toMatchObject({ status: 'stopped' })
    expect(await jobsOf(run)).toMatchObject([{ status: 'stopped', stage: 0 }])
    await resumeRun(run)
    await submitted(run, 2)
    expect(await endedRun(run)).toMatchObject({ status: 'finished' })
    expect(stageOf(await submitted(run, 2)).checkpoints.resume).toBe(`/shared/run-${run}/0-syntax/checkpoint-2`)
  })

  it('is stopped on a collapse, and says so', async () => {
    const run = await launch({ gradientNorm: (step) => (step === 3 ? 'NaN' : 0.5) })
    startWorker()
    expect(await endedRun(run)).toMatchObject({ status: 'failed', statusReason: expect.stringContaining('not finite') })
    expect(await jobsOf(run)).toMatchObject([{ status: 'stopped' }])
  })

  it('lets go of checkpoints that nothing will ask for, by a job on the cluster, and of pinned ones never', async () => {
    const removed: string[] = []
    const run = await launch(
      {
        beforeStep: async (step, { stageIndex }) => {
          if (stageIndex !== 1 || step !== 4) return
          await until('the removals', () => (removed.length > 2 ? true : null))
        },
      },
      { trainer: { keepCheckpoints: 1 } },
    )
    const train = ray.program
    ray.program = async (job) => {
      if (!job.request.metadata.envtune_removal) return train(job)
      removed.push(...removalOf(job).paths)
      return 0
    }
    startWorker()
    const first = await until('a checkpoint', () => db().checkpoint.findFirst({ where: { runId: run } }))
    await pinRunCheckpoint(run, first.id, true)
    expect(await endedRun(run)).toMatchObject({ status: 'finished' })
    const checkpoints = await db().checkpoint.findMany({ where: { runId: run } })
    const gone = checkpoints.filter(({ removedAt }) => removedAt !== null)
    expect(new Set(gone.map(({ location }) => location))).toEqual(new Set(removed))
    expect(removed).not.toContain(first.location)
    const stages = await stagesOf(run)
    expect(gone.some(({ step }) => step === stages[0]?.endStep)).toBe(false)
  })

  it('that the cluster does not let in fails with what a person can do', async () => {
    const run = await launch({}, {}, 'another-token')
    startWorker()
    expect(await endedRun(run)).toMatchObject({
      status: 'failed',
      statusReason: expect.stringContaining('does not accept the token (403)'),
    })
    expect(ray.jobs.size).toBe(0)
  })

  it('is carried out without a complaint of the worker', () => {
    expect(reports).toEqual([])
  })
})
