import { describe, expect, it } from 'vitest'
import { db } from '@/server/db/client'
import { listKeptCheckpoints } from '@/server/db/evaluation-checkpoints'
import type { ChatServer } from '@/server/endpoints/testing/start-chat-server'
import { cancelEvaluation } from '@/server/services/evaluations/cancel-evaluation'
import { getEvaluation } from '@/server/services/evaluations/get-evaluation'
import { resumeEvaluation } from '@/server/services/evaluations/resume-evaluation'
import { leaderboard } from '@/server/services/leaderboard/leaderboard'
import { startWorkerProcess } from './testing/processes'
import { endedRun } from './testing/run-state'
import { servedBy, servingProgram } from './testing/served-model'
import { jobsOf, ServingCluster } from './testing/serving-cluster'
import { until } from './testing/until'

const never = new Promise<void>(() => {})
const cluster = new ServingCluster(1)

/** Dies when it was asked so often. */
const asked = (times: number) => async (chat: ChatServer) => {
  await until('requests', async () => ((await chat.seen()).requests >= times ? true : null))
  return 1
}
const doneOf = (runId: number) => db().evaluationPlay.count({ where: { runId, done: true } })
const doingOf = async (id: number) => (await db().run.findUniqueOrThrow({ where: { id } })).doing
const saying = (id: number, words: string) =>
  until(words, async () => ((await doingOf(id))?.includes(words) ? true : null))

describe('an evaluation of a checkpoint on a cluster', { timeout: 120_000 }, () => {
  it('serves the model and then the checkpoint by jobs of their own, plays both as endpoints, and stops them', async () => {
    const { id, base } = await cluster.launch()
    expect(base).toBeLessThan(id)
    cluster.startWorker()
    const [own, untrained] = [await endedRun(id), await endedRun(base ?? 0)]
    expect([own, untrained]).toMatchObject([
      { status: 'finished', statusReason: null },
      { status: 'finished', statusReason: null },
    ])
    const [latest] = await listKeptCheckpoints(cluster.trained)
    const jobs = [...(await jobsOf(base ?? 0)), ...(await jobsOf(id))]
    expect(jobs.map(({ submissionId, status }) => [submissionId, status])).toEqual([
      [`envtune-run-${base}-serve-1`, 'stopped'],
      [`envtune-run-${id}-serve-1`, 'stopped'],
    ])
    const [first, second] = jobs.map(({ submissionId }) => cluster.job(submissionId))
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
    expect(row).toMatchObject({
      checkpoint: { run: cluster.trained },
      inside: { task: { value: 1 } },
      gap: { value: 0 },
    })
    expect((await cluster.launch({ suites: ['small'] })).base).toBe(base)
    expect((await cluster.launch({ suites: ['small'], temperature: 1 })).base).not.toBe(base)
  })

  it('says what the server said when it cannot serve, and keeps everything open', async () => {
    cluster.ray.program = async (job) => {
      job.print('ValueError: no such model: tiny')
      return 1
    }
    const id = await cluster.launchOne()
    cluster.startWorker()
    const ended = await endedRun(id)
    expect(ended).toMatchObject({ status: 'failed' })
    expect(ended.statusReason).toMatch(
      /^6 of 6 plays are open: The server ended with status 1: ValueError: no such model: tiny/,
    )
    expect(await jobsOf(id)).toMatchObject([{ status: 'failed' }])
    expect(await db().episode.count({ where: { runId: id } })).toBe(0)
    cluster.serve('solver')
    await resumeEvaluation(id)
    expect(await endedRun(id)).toMatchObject({ status: 'finished' })
    expect(await jobsOf(id)).toMatchObject([{ status: 'failed' }, { status: 'stopped' }])
  })

  it('takes another port when its own is taken on the node', async () => {
    cluster.serveInTurn(
      async (job) => {
        job.print(`ERROR: [Errno 98] error while attempting to bind on address: address already in use`)
        return 1
      },
      servingProgram({ solutions: cluster.solutions, model: 'solver' }),
    )
    const id = await cluster.launchOne()
    cluster.startWorker()
    expect(await endedRun(id)).toMatchObject({ status: 'finished' })
    const [taken, next] = await jobsOf(id)
    expect(taken).toMatchObject({ status: 'lost', reason: expect.stringMatching(/^Port \d+ of its node is taken/) })
    const portOf = (job: typeof taken) => servedBy(cluster.job(job?.submissionId ?? '')).port
    expect(portOf(next)).toBe(portOf(taken) + 1)
  })

  it('is begun again when the server dies half-way: what was played is invalid then, never wrong', async () => {
    const dying = servingProgram({ solutions: cluster.solutions, model: 'slow', meanwhile: asked(8) })
    cluster.serveInTurn(dying, servingProgram({ solutions: cluster.solutions, model: 'solver' }))
    const id = await cluster.launchOne()
    cluster.startWorker()
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
    cluster.serve('hanging', asked(1))
    const id = await cluster.launchOne()
    cluster.startWorker()
    const ended = await endedRun(id)
    expect(ended).toMatchObject({
      status: 'failed',
      statusReason: expect.stringContaining('The server ended with status 1'),
    })
    expect(await jobsOf(id)).toHaveLength(3)
    expect(await db().evaluationPlay.count({ where: { runId: id, done: true } })).toBe(0)
  })

  it('waits in the queue of the cluster, says so, and is cancelled there', async () => {
    cluster.ray.room = never
    const id = await cluster.launchOne()
    cluster.startWorker()
    await saying(id, 'Waiting in the cluster for the server’s job. It may be waiting for resources.')
    expect((await getEvaluation(id)).doing).toContain('waiting for resources')
    await cancelEvaluation(id)
    expect(await endedRun(id)).toMatchObject({ status: 'stopped' })
    expect(await jobsOf(id)).toMatchObject([{ status: 'stopped' }])
  })

  it('goes on with the same job after its worker was killed', async () => {
    cluster.serve('slow')
    const id = await cluster.launchOne({ temperature: 1, repeats: 6 })
    const doomed = startWorkerProcess()
    await until('some plays', async () => ((await doneOf(id)) > 0 ? true : null))
    doomed.kill()
    const before = await doneOf(id)
    cluster.startWorker()
    expect(await endedRun(id)).toMatchObject({ status: 'finished' })
    expect(before).toBeLessThan(36)
    expect(await jobsOf(id)).toMatchObject([{ submissionId: `envtune-run-${id}-serve-1`, status: 'stopped' }])
    const attempts = await db().runAttempt.findMany({ where: { runId: id }, orderBy: { epoch: 'asc' } })
    expect(attempts.map(({ status }) => status)).toEqual(['lost', 'done'])
    expect(await doneOf(id)).toBe(36)
  })

  it('is carried out without a complaint of the worker', () => expect(cluster.reports).toEqual([]))
})
