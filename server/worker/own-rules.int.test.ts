import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/server/db/client'
import { type ChatServer, startChatServer } from '@/server/endpoints/testing/start-chat-server'
import { verifyEpisode } from '@/server/services/episodes/verify-episode'
import { getEvaluation } from '@/server/services/evaluations/get-evaluation'
import { launchEvaluation } from '@/server/services/evaluations/launch-evaluation'
import { ownRulesScripts, storeOwnRulesSuites } from '@/server/services/evaluations/testing/own-rules-suites'
import { storeScripted } from '@/server/services/evaluations/testing/small-evaluation'
import { getEpisode } from '@/server/services/read/get-episode'
import { endedRun } from './testing/run-state'
import { Worker } from './worker'

let server: ChatServer
let endpoint: number
const reports: string[] = []
const worker = new Worker({ concurrency: 1, report: (message) => reports.push(message) })

beforeAll(async () => {
  await storeOwnRulesSuites()
  server = await startChatServer({}, ownRulesScripts)
  // one at a time: the server says its lines in order
  endpoint = await storeScripted(server, 'solver', { settings: { concurrency: 1 } })
  worker.start()
})
afterAll(async () => {
  await worker.stop()
  server.stop()
})

async function evaluated(suite: string, simulator: number | null = null) {
  const { id } = await launchEvaluation({ endpoint, suites: [suite], simulator })
  expect(await endedRun(id)).toMatchObject({ status: 'finished', statusReason: null })
  const episodes = await db().episode.findMany({ where: { runId: id }, orderBy: { taskId: 'asc' } })
  const shown = await Promise.all(episodes.map((episode) => getEpisode({ episode: String(episode.id) })))
  return { evaluation: await getEvaluation(id), episodes, shown }
}

describe('an evaluation on a benchmark with rules of its own', { timeout: 60_000 }, () => {
  it('plays ACEBench multi-step and gives the reference’s scores and the strict one', async () => {
    const { evaluation, episodes, shown } = await evaluated('acebench-agent-multi-step')
    expect(evaluation.results[0]?.measures).toEqual({
      ...{ end_to_end_accuracy: 0.5, process_accuracy: 0.5, strict_accuracy: 0.5 },
    })
    expect(episodes.map(({ success, verdict }) => [success, verdict])).toEqual([
      [true, 'valid'],
      [false, 'wrong number of class'],
    ])
    expect(shown[0]).toMatchObject({ turnCount: 1, stepCount: 2 })
    // an end state is not recorded: there is nothing to judge it by again
    expect(await verifyEpisode(shown[0]?.id ?? '')).toMatchObject({ mismatches: null })
    const [stored] = await db().evaluation.findMany({ where: { runId: evaluation.id } })
    expect(stored).toMatchObject({ task: 0.5, measures: { strict_accuracy: 0.5 } })
  })

  it('plays ACEBench multi-turn with another endpoint as the user, whose tokens are not the model’s', async () => {
    await expect(launchEvaluation({ endpoint, suites: ['acebench-agent-multi-turn'] })).rejects.toThrow(
      'plays the user',
    )
    const simulator = await storeScripted(server, 'solver', { settings: { concurrency: 1 } })
    const { evaluation, episodes } = await evaluated('acebench-agent-multi-turn', simulator)
    expect(episodes.map(({ success, stepCount }) => [success, stepCount])).toEqual([
      [true, 2],
      [false, 2],
    ])
    expect(evaluation).toMatchObject({ requests: 4, simulator: { id: simulator } })
  })

  it('plays the conversations of a BFCL memory scenario once, and its questions from what they left behind', async () => {
    const { evaluation, episodes, shown } = await evaluated('bfcl-memory-kv')
    expect(
      episodes.filter(({ invalid }) => invalid === null).map(({ success, verdict }) => [success, verdict]),
    ).toEqual([
      [true, 'valid'],
      [false, 'agentic:answer_not_found'],
    ])
    const conversations = episodes.filter(({ invalid }) => invalid?.includes('not judged'))
    expect(conversations.map(({ turnCount, callCount }) => [turnCount, callCount])).toEqual([
      [2, 1],
      [2, 0],
    ])
    expect(evaluation.invalid).toBe(0)
    const verified = await Promise.all(
      shown.filter(({ invalid }) => invalid === null).map(({ id }) => verifyEpisode(id)),
    )
    expect(verified.map(({ mismatches }) => mismatches)).toEqual([[], []])
    const { asked } = await server.seen()
    const questions = asked.filter(({ messages }) => /budget\?|office\?/.test(JSON.stringify(messages.at(-1))))
    expect(questions.map(({ messages }) => String(messages[0]?.content).includes('"budget": "five"'))).toEqual([
      true,
      true,
    ])
    // a call and an answer, an answer; two answers; and a question each
    expect(evaluation.requests).toBe(7)
    expect(await db().evaluationMemory.count({ where: { runId: evaluation.id } })).toBe(1)
  })

  it('is carried out without a complaint of the worker', () => expect(reports).toEqual([]))
})
