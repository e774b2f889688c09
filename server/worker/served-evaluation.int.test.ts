import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '@/server/app-error'
import { type Program, RayStandIn } from '@/server/backends/ray/testing/ray-stand-in'
import { db } from '@/server/db/client'
import { listKeptCheckpoints } from '@/server/db/evaluation-checkpoints'
import { listSuites, loadSuite } from '@/server/db/suites'
import { type Solutions, taggedSolutionsOf } from '@/server/endpoints/testing/solutions'
import type { ChatServer } from '@/server/endpoints/testing/start-chat-server'
import { type StartedServer, startServer } from '@/server/env-server/testing/start-server'
import { saveBackend } from '@/server/services/backends/save-backend'
import { cancelEvaluation } from '@/server/services/evaluations/cancel-evaluation'
import { getEvaluation } from '@/server/services/evaluations/get-evaluation'
import {
  type LaunchCheckpointInput,
  launchCheckpointEvaluation,
} from '@/server/services/evaluations/launch-checkpoint-evaluation'
import { resumeEvaluation } from '@/server/services/evaluations/resume-evaluation'
import { leaderboard } from '@/server/services/leaderboard/leaderboard'
import { launchOnCluster, storeTwoStages } from './testing/launch-on-cluster'
import { startWorkerProcess } from './testing/processes'
import { endedRun } from './testing/run-state'
import { servedBy, servingProgram } from './testing/served-model'
import { until } from './testing/until'
import { Worker } from './worker'

const folder = mkdtempSync(join(tmpdir(), 'envtune-served-'))
const reports: string[] = []
const workers: Worker[] = []
const never = new Promise<void>(() => {})
let ray: RayStandIn
let server: StartedServer
let solutions: Solutions
let trained: number

function startWorker(): Worker {
  const worker = new Worker({ concurrency: 1, pollMs: 50, report: (message) => reports.push(message) })
  workers.push(worker)
  worker.start()
  return worker
}
const stopWorkers = () => Promise.all(workers.splice(0).map((worker) => worker.stop()))

beforeAll(async () => {
  vi.stubEnv('ENVTUNE_DATA', folder)
  server = await startServer()
  await storeTwoStages()
  ray = await RayStandIn.start('the-token-of-the-cluster')
  trained = await launchOnCluster({ ray, server, script: {} })
  startWorker()
  expect(await endedRun(trained)).toMatchObject({ status: 'finished' })
  await stopWorkers()
  const small = (await listSuites()).filter(({ name }) => name.startsWith('small'))
  solutions = Object.assign({}, ...(await Promise.all(small.map(({ hash }) => loadSuite(hash)))).map(taggedSolutionsOf))
}, 120_000)
beforeEach(() => {
  ray.room = Promise.resolve()
  serve('solver')
})
afterEach(async () => {
  await stopWorkers()
  for (const job of ray.jobs.values()) job.stop()
  await db().run.updateMany({
    where: { status: { in: ['queued', 'running', 'stopping'] } },
    data: { status: 'stopped' },
  })
})
afterAll(async () => {
  await ray.end()
  await server.stop()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

function serve(model: string, meanwhile?: Parameters<typeof servingProgram>[0]['meanwhile']): void {
  ray.program = servingProgram({ solutions, model, ...(meanwhile ? { meanwhile } : {}) })
}
/** Dies when it was asked so often. */
const asked = (times: number) => async (chat: ChatServer) => {
  await until('requests', async () => ((await chat.seen()).requests >= times ? true : null))
  return 1
}
/** One after the other; the last for all that follow. */
function serveInTurn(...programs: readonly Program[]): void {
  let place = 0
  ray.program = (job) => (programs[place++] ?? programs.at(-1) ?? ray.program)(job)
}
const launch = (more: Partial<LaunchCheckpointInput> = {}) =>
  launchCheckpointEvaluation({ run: trained, suites: ['small', 'small-ood'], ...more })
/** One evaluation alone, of the model as it was. */
let seeds = 100
const launchOne = async (more: Partial<LaunchCheckpointInput> = {}) => {
  seeds += 1
  return (await launch({ checkpoint: 'untrained', seed: seeds, ...more })).id
}
const jobsOf = (runId: number) => db().backendJob.findMany({ where: { runId }, orderBy: { id: 'asc' } })
const standInOf = (id: string) => {
  const job = ray.jobs.get(id)
  if (!job) throw new Error(`the cluster has no job ${id}`)
  return job
}
const runningJob = (id: number) =>
  until('the job', () => {
    const job = ray.jobs.get(`envtune-run-${id}-serve-1`)
    return job?.status === 'RUNNING' ? job : null
  })
/** As when its worker falls silent: what that had begun is left as it is. */
async function takeAway(id: number, status: 'stopping' | 'stopped'): Promise<void> {
  await db().runAttempt.updateMany({ where: { runId: id }, data: { status: 'lost' } })
  await db().run.update({ where: { id }, data: { status, leaseOwner: null, leaseUntil: null } })
}
const doneOf = (runId: number) => db().evaluationPlay.count({ where: { runId, done: true } })
const doingOf = async (id: number) => (await db().run.findUniqueOrThrow({ where: { id } })).doing
const saying = (id: number, words: string) =>
  until(words, async () => ((await doingOf(id))?.includes(words) ? true : null))

describe('an evaluation of a checkpoint on a cluster', { timeout: 120_000 }, () => {
  it('serves the model and then the checkpoint by jobs of their own, plays both as endpoints, and stops them', async () => {
    const { id, base } = await launch()
    expect(base).toBeLessThan(id)
    startWorker()
    const [own, untrained] = [await endedRun(id), await endedRun(base ?? 0)]
    expect([own, untrained]).toMatchObject([
      { status: 'finished', statusReason: null },
      { status: 'finished', statusReason: null },
    ])
    const [latest] = await listKeptCheckpoints(trained)
    const jobs = [...(await jobsOf(base ?? 0)), ...(await jobsOf(id))]
    expect(jobs.map(({ submissionId, status }) => [submissionId, status])).toEqual([
      [`envtune-run-${base}-serve-1`, 'stopped'],
      [`envtune-run-${id}-serve-1`, 'stopped'],
    ])
    const [first, second] = jobs.map(({ submissionId }) => standInOf(submissionId))
    if (!first || !second) throw new Error('a job is missing')
    expect(first.request.entrypoint).toContain('vllm serve tiny --host')
    expect(second.request.entrypoint).toContain(`vllm serve ${latest?.location} --host`)
    expect(second.request).toMatchObject({
      ...{ entrypoint_num_cpus: 1, entrypoint_num_gpus: 1, metadata: { envtune_run: String(id) } },
    })
    expect(`${JSON.stringify(second.request.metadata)} ${second.request.entrypoint} ${second.log}`).not.toContain(
      servedBy(second).key,
    )
    const episodes = await db().episode.findMany({ where: { runId: id } })
    expect(episodes.map(({ success, invalid, trainingStep }) => [success, invalid, trainingStep])).toEqual(
      Array(6).fill([true, null, latest?.step]),
    )
    const evaluation = await getEvaluation(id)
    expect(evaluation).toMatchObject({ base, checkpoint: { served: { format: 'tagged' } }, jobs: [{ gpus: 1 }] })
    const row = (await leaderboard({ filter: 'kind = checkpoint' })).boards
      .flatMap(({ rows }) => rows)
      .find(({ run }) => run.id === id)
    expect(row).toMatchObject({ checkpoint: { run: trained }, inside: { task: { value: 1 } }, gap: { value: 0 } })
    expect((await launch({ suites: ['small'] })).base).toBe(base)
    expect((await launch({ suites: ['small'], temperature: 1 })).base).not.toBe(base)
  })

  it('says what the server said when it cannot serve, and keeps everything open', async () => {
    ray.program = async (job) => {
      job.print('ValueError: no such model: tiny')
      return 1
    }
    const id = await launchOne()
    startWorker()
    const ended = await endedRun(id)
    expect(ended).toMatchObject({ status: 'failed' })
    expect(ended.statusReason).toMatch(
      /^6 of 6 plays are open: The server ended with status 1: ValueError: no such model: tiny/,
    )
    expect(await jobsOf(id)).toMatchObject([{ status: 'failed' }])
    expect(await db().episode.count({ where: { runId: id } })).toBe(0)
    serve('solver')
    await resumeEvaluation(id)
    expect(await endedRun(id)).toMatchObject({ status: 'finished' })
    expect(await jobsOf(id)).toMatchObject([{ status: 'failed' }, { status: 'stopped' }])
  })

  it('takes another port when its own is taken on the node', async () => {
    serveInTurn(
      async (job) => {
        job.print(`ERROR: [Errno 98] error while attempting to bind on address: address already in use`)
        return 1
      },
      servingProgram({ solutions, model: 'solver' }),
    )
    const id = await launchOne()
    startWorker()
    expect(await endedRun(id)).toMatchObject({ status: 'finished' })
    const [taken, next] = await jobsOf(id)
    expect(taken).toMatchObject({ status: 'lost', reason: expect.stringMatching(/^Port \d+ of its node is taken/) })
    const portOf = (job: typeof taken) => servedBy(standInOf(job?.submissionId ?? '')).port
    expect(portOf(next)).toBe(portOf(taken) + 1)
  })

  it('is begun again when the server dies half-way: what was played is invalid then, never wrong', async () => {
    const dying = servingProgram({ solutions, model: 'slow', meanwhile: asked(8) })
    serveInTurn(dying, servingProgram({ solutions, model: 'solver' }))
    const id = await launchOne()
    startWorker()
    expect(await endedRun(id)).toMatchObject({ status: 'finished', statusReason: null })
    expect((await jobsOf(id)).map(({ status }) => status)).toEqual(['failed', 'stopped'])
    const episodes = await db().episode.findMany({ where: { runId: id } })
    const invalid = episodes.filter((episode) => episode.invalid !== null)
    expect(invalid.length).toBeGreaterThan(0)
    expect(
      invalid.every((episode) => /server on the cluster ended|connection failed/.test(episode.invalid ?? '')),
    ).toBe(true)
    expect(episodes.filter((episode) => episode.invalid === null).every(({ success }) => success)).toBe(true)
    expect(await db().evaluation.findMany({ where: { runId: id } })).toMatchObject([{ task: 1 }, { task: 1 }])
  })

  it('is given up when the server dies again and again', async () => {
    serve('hanging', asked(1))
    const id = await launchOne()
    startWorker()
    const ended = await endedRun(id)
    expect(ended).toMatchObject({
      status: 'failed',
      statusReason: expect.stringContaining('The server ended with status 1'),
    })
    expect(await jobsOf(id)).toHaveLength(3)
    expect(await db().evaluationPlay.count({ where: { runId: id, done: true } })).toBe(0)
  })

  it('waits in the queue of the cluster, says so, and is cancelled there', async () => {
    ray.room = never
    const id = await launchOne()
    startWorker()
    await saying(id, 'Waiting in the cluster for the server’s job. It may be waiting for resources.')
    expect((await getEvaluation(id)).doing).toContain('waiting for resources')
    await cancelEvaluation(id)
    expect(await endedRun(id)).toMatchObject({ status: 'stopped' })
    expect(await jobsOf(id)).toMatchObject([{ status: 'stopped' }])
  })

  it('stops the job when it is cancelled while it plays, and when its worker ends', async () => {
    serve('hanging')
    const id = await launchOne()
    startWorker()
    await until('a request', async () =>
      (await db().backendJob.count({ where: { runId: id, status: 'running' } })) ? true : null,
    )
    await cancelEvaluation(id)
    expect(await endedRun(id)).toMatchObject({ status: 'stopped' })
    expect(standInOf(`envtune-run-${id}-serve-1`).status).toBe('STOPPED')
    await resumeEvaluation(id)
    await until('the next job', async () =>
      ray.jobs.get(`envtune-run-${id}-serve-2`)?.status === 'RUNNING' ? true : null,
    )
    await stopWorkers()
    expect(standInOf(`envtune-run-${id}-serve-2`).status).toBe('STOPPED')
    expect(await db().run.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'queued' })
  })

  it('goes on with the same job after its worker was killed', async () => {
    serve('slow')
    const id = await launchOne({ temperature: 1, repeats: 6 })
    const doomed = startWorkerProcess()
    await until('some plays', async () => ((await doneOf(id)) > 0 ? true : null))
    doomed.kill()
    const before = await doneOf(id)
    startWorker()
    expect(await endedRun(id)).toMatchObject({ status: 'finished' })
    expect(before).toBeLessThan(36)
    expect(await jobsOf(id)).toMatchObject([{ submissionId: `envtune-run-${id}-serve-1`, status: 'stopped' }])
    const attempts = await db().runAttempt.findMany({ where: { runId: id }, orderBy: { epoch: 'asc' } })
    expect(attempts.map(({ status }) => status)).toEqual(['lost', 'done'])
    expect(await doneOf(id)).toBe(36)
  })

  it('stops what a worker has left behind when it was cancelled meanwhile', async () => {
    serve('hanging')
    const id = await launchOne()
    startWorker()
    const job = await runningJob(id)
    await takeAway(id, 'stopping')
    expect(await endedRun(id)).toMatchObject({ status: 'stopped' })
    expect(job.status).toBe('STOPPED')
    expect(await jobsOf(id)).toHaveLength(1)
  })

  it('stops what serves for an evaluation that has ended', async () => {
    serve('hanging')
    const id = await launchOne()
    startWorker()
    const job = await runningJob(id)
    await takeAway(id, 'stopped')
    await until('its end', async () => ((await jobsOf(id))[0]?.status === 'stopped' ? true : null))
    expect(job.status).toBe('STOPPED')
  })

  it('says which address this machine cannot reach, and what to open', async () => {
    const serving = ray.program
    ray.program = (job) => {
      job.node = '127.0.0.9'
      return serving(job)
    }
    const id = await launchOne()
    startWorker()
    const { port } = servedBy(await until('the job', () => ray.jobs.get(`envtune-run-${id}-serve-1`) ?? null))
    expect((await endedRun(id)).statusReason).toContain(
      `The server runs, but this machine cannot reach it at http://127.0.0.9:${port}`,
    )
    expect((await endedRun(id)).statusReason).toContain('Open ports 21000–21999')
    expect(standInOf(`envtune-run-${id}-serve-1`).status).toBe('STOPPED')
  })

  it('does not wait for ever for a server that does not come up', async () => {
    const backend = await db().backend.findFirstOrThrow({ where: { kind: 'ray' } })
    const settings = { ...(backend.settings as Parameters<typeof saveBackend>[0]['settings']), serverStartSeconds: 1 }
    await saveBackend({ id: backend.id, name: backend.name, settings })
    ray.program = async (job) => {
      await job.stopAsked
      return 0
    }
    const id = await launchOne()
    startWorker()
    expect((await endedRun(id)).statusReason).toMatch(
      /The server did not answer at http:\/\/127\.0\.0\.1:\d+ within 1 s after its job began \(.*ECONNREFUSED/,
    )
    expect(await jobsOf(id)).toMatchObject([{ status: 'stopped' }])
  })

  it('is refused at the field when its checkpoint is gone or its cluster is', async () => {
    const refused = (more: Partial<LaunchCheckpointInput>) =>
      launch(more).then(
        () => null,
        (error: unknown) => (error instanceof AppError ? [error.code, error.field, error.message] : error),
      )
    const kept = await listKeptCheckpoints(trained)
    const oldest = kept.at(-1)
    await db().checkpoint.update({ where: { id: oldest?.id ?? 0 }, data: { removedAt: new Date() } })
    expect(await refused({ checkpoint: oldest?.id ?? 0 })).toEqual([
      ...['BAD_INPUT', 'checkpoint'],
      expect.stringMatching(/^The checkpoint at step \d+ was removed from the cluster to make room\. Kept: \d+ \(step/),
    ])
    await db().backend.updateMany({ where: { kind: 'ray' }, data: { archivedAt: new Date() } })
    expect(await refused({})).toEqual(['BAD_INPUT', 'run', expect.stringContaining('is archived: bring it back first')])
    await db().backend.updateMany({ where: { kind: 'ray' }, data: { archivedAt: null } })
  })

  it('is carried out without a complaint of the worker', () => expect(reports).toEqual([]))
})
