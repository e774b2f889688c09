import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Suite } from '@/server/core/tasks/task'
import { db } from '@/server/db/client'
import { solutionsOf } from '@/server/endpoints/testing/solutions'
import { type ChatServer, startChatServer } from '@/server/endpoints/testing/start-chat-server'
import { cancelEvaluation } from '@/server/services/evaluations/cancel-evaluation'
import { type LaunchEvaluationInput, launchEvaluation } from '@/server/services/evaluations/launch-evaluation'
import { resumeEvaluation } from '@/server/services/evaluations/resume-evaluation'
import { storeFewTests, storeScripted } from '@/server/services/evaluations/testing/small-evaluation'
import { leaderboard } from '@/server/services/leaderboard/leaderboard'
import { startWorkerProcess } from './testing/processes'
import { endedRun } from './testing/run-state'
import { until } from './testing/until'
import { Worker } from './worker'

let server: ChatServer
let suites: readonly Suite[]
const workers: Worker[] = []
const reports: string[] = []

beforeAll(async () => {
  suites = await storeFewTests()
  server = await startChatServer(Object.assign({}, ...suites.map(solutionsOf)))
})
afterAll(() => server.stop())
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})

function startWorker(): void {
  const worker = new Worker({ concurrency: 1, report: (message) => reports.push(message) })
  workers.push(worker)
  worker.start()
}

const names = () => suites.map(({ name }) => name)
const countOf = (name: string) => suites.find((suite) => suite.name === name)?.tasks.length ?? 0

async function evaluate(model: string, more: Partial<LaunchEvaluationInput> = {}, settings = {}) {
  const endpoint = await storeScripted(server, model, { settings })
  return (await launchEvaluation({ endpoint, suites: ['few-starter'], ...more })).id
}

const playsOf = (runId: number) => db().evaluationPlay.findMany({ where: { runId }, orderBy: { taskId: 'asc' } })
const episodesOf = (runId: number) => db().episode.findMany({ where: { runId }, orderBy: { id: 'asc' } })
const evaluationsOf = (runId: number) => db().evaluation.findMany({ where: { runId }, include: { tasks: true } })
const doneOf = (runId: number) => db().evaluationPlay.count({ where: { runId, done: true } })

describe('an evaluation of an endpoint', { timeout: 120_000 }, () => {
  it('plays every test task so often, scores it like a run’s final evaluation, and stands on the leaderboard', async () => {
    const id = await evaluate('solver', { suites: names(), repeats: 2, seed: 5 })
    startWorker()
    expect(await endedRun(id)).toMatchObject({ status: 'finished', statusReason: null, progress: 1 })
    const evaluations = await evaluationsOf(id)
    expect(
      evaluations.map(({ taskCount, repeats, task, turn, tasks }) => [taskCount, repeats, task, turn, tasks.length]),
    ).toEqual(names().map((name) => [countOf(name), 2, 1, 1, 2 * countOf(name)]))
    const episodes = await episodesOf(id)
    expect(
      episodes.every(
        ({ success, partition, kind, invalid }) =>
          success && partition === 'test' && kind === 'episode' && invalid === null,
      ),
    ).toBe(true)
    expect(new Set(evaluations.flatMap(({ tasks }) => tasks.map(({ episodeId }) => episodeId)))).toEqual(
      new Set(episodes.map((episode) => episode.id)),
    )
    const row = (await leaderboard()).boards.flatMap(({ rows }) => rows).find(({ run }) => run.id === id)
    expect(row?.run.name).toMatch(/^solver \d+$/)
    expect(row).toMatchObject({ inside: { turn: { value: 1 } }, gap: { value: 0 } })
    expect(row?.endpoint?.promptTokens).toBe(
      evaluations.reduce((sum, { promptTokens }) => sum + Number(promptTokens), 0),
    )
    expect(row?.endpoint?.cost).toBeGreaterThan(0)
  })

  it('scores a model that calls nothing by the benchmark, and one that writes broken JSON as malformed', async () => {
    const [silent, malformed] = [await evaluate('silent'), await evaluate('malformed')]
    startWorker()
    for (const id of [silent, malformed]) expect(await endedRun(id)).toMatchObject({ status: 'finished' })
    const [evaluation] = await evaluationsOf(silent)
    expect(evaluation).toMatchObject({ task: 0, wellFormed: 1, irrelevance: 0 })
    expect(evaluation?.turn).toBeGreaterThan(0)
    expect((await evaluationsOf(malformed))[0]).toMatchObject({ task: 0, wellFormed: 0 })
  })

  it('never counts what an endpoint failed to do as wrong: the task is played again', async () => {
    const once = await evaluate('hanging-once', {}, { timeoutSeconds: 1 })
    startWorker()
    expect(await endedRun(once)).toMatchObject({ status: 'finished' })
    expect((await evaluationsOf(once))[0]).toMatchObject({ task: 1 })
    const failed = (await playsOf(once)).reduce((sum, { failedRequests }) => sum + failedRequests, 0)
    expect(failed).toBe(1)
  })

  it('leaves open what cannot be played, says why, and plays it when it is resumed', async () => {
    const id = await evaluate('ailing', {}, { concurrency: 2, retries: 1 })
    startWorker()
    const ended = await endedRun(id)
    expect(ended).toMatchObject({ status: 'failed' })
    expect(ended.statusReason).toMatch(/of 8 plays are open: HTTP 500: ailing\. Resume plays what is open\./)
    const before = await playsOf(id)
    const done = before.filter((play) => play.done)
    expect(done.length).toBeGreaterThan(0)
    expect(
      before.filter((play) => !play.done).every(({ reason, tries }) => reason?.includes('ailing') || tries === 0),
    ).toBe(true)
    expect((await episodesOf(id)).filter(({ invalid }) => invalid?.includes('ailing')).length).toBeGreaterThan(0)
    expect(await evaluationsOf(id)).toEqual([])
    await server.heal()
    await resumeEvaluation(id)
    expect(await endedRun(id)).toMatchObject({ status: 'finished' })
    const after = new Map((await playsOf(id)).map((play) => [play.taskId, play.episodeId]))
    expect(done.map(({ taskId }) => after.get(taskId))).toEqual(done.map(({ episodeId }) => episodeId))
    expect((await evaluationsOf(id))[0]).toMatchObject({ task: 1 })
  })

  it('ends at once, with every task open, when the key or the model is wrong', async () => {
    const endpoint = await storeScripted(server, 'solver', { key: 'wrong' })
    const wrongKey = (await launchEvaluation({ endpoint, suites: ['few-starter'] })).id
    const wrongModel = await evaluate('nobody')
    startWorker()
    expect((await endedRun(wrongKey)).statusReason).toContain('8 of 8 plays are open: HTTP 401: Incorrect API key.')
    expect((await endedRun(wrongModel)).statusReason).toContain('HTTP 404: The model nobody does not exist.')
  })

  it('goes on after its worker was killed, and plays nothing again that had been played', async () => {
    const id = await evaluate('slow', { repeats: 2 }, { concurrency: 3 })
    const doomed = startWorkerProcess()
    const doneBefore = await until('some plays', async () => ((await doneOf(id)) >= 3 ? await doneOf(id) : null))
    doomed.kill()
    expect(doneBefore).toBeLessThan(16)
    const before = (await playsOf(id)).filter(({ done }) => done)
    startWorker()
    expect(await endedRun(id)).toMatchObject({ status: 'finished' })
    const attempts = await db().runAttempt.findMany({ where: { runId: id }, orderBy: { epoch: 'asc' } })
    expect(attempts.map(({ status }) => status)).toEqual(['lost', 'done'])
    const after = new Map((await playsOf(id)).map((play) => [`${play.taskId}/${play.repeat}`, play]))
    for (const play of before) expect(after.get(`${play.taskId}/${play.repeat}`)).toEqual(play)
    expect(await episodesOf(id)).toHaveLength(16)
    expect((await evaluationsOf(id))[0]).toMatchObject({ task: 1, repeats: 2 })
  })

  it('is cancelled where it stands, given back by a worker that ends, and resumed', async () => {
    const id = await evaluate('slow', {}, { concurrency: 1 })
    startWorker()
    await until('a play', async () => ((await doneOf(id)) > 0 ? true : null))
    expect(await cancelEvaluation(id)).toEqual({ status: 'stopping' })
    const cancelled = await endedRun(id)
    expect(cancelled).toMatchObject({ status: 'stopped', statusReason: expect.stringContaining('Cancelled: ') })
    expect(cancelled.progress).toBeLessThan(1)
    await resumeEvaluation(id)
    await until('another play', async () => ((await doneOf(id)) > Math.round(cancelled.progress * 8) ? true : null))
    await Promise.all(workers.splice(0).map((worker) => worker.stop()))
    expect(await db().run.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'queued', leaseOwner: null })
    startWorker()
    expect(await endedRun(id)).toMatchObject({ status: 'finished' })
  })

  it('that another version planned fails with what to do, and keeps nobody else waiting', async () => {
    const unreadable = await evaluate('solver')
    await db().run.update({ where: { id: unreadable }, data: { snapshot: { kind: 'evaluation' } } })
    const readable = await evaluate('silent')
    startWorker()
    expect(await endedRun(readable)).toMatchObject({ status: 'finished' })
    expect((await endedRun(unreadable)).statusReason).toContain('launch it again')
  })

  it('is carried out without a complaint of the worker', () => expect(reports).toEqual([]))
})
