import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { forkTestInput } from '@/server/core/fork-tests/fork-test-input'
import type { ForkTarget } from '@/server/core/fork-tests/plan'
import { storeAugmentationSet } from '@/server/db/augmentation-sets'
import { pool } from '@/server/db/client'
import { countForks } from '@/server/db/fork-results'
import { findForkTest } from '@/server/db/fork-test-lists'
import { createDraft, updateDraft } from '@/server/db/hint-drafts'
import { type ChatServer, startChatServer } from '@/server/endpoints/testing/start-chat-server'
import { storeScripted } from '@/server/services/evaluations/testing/small-evaluation'
import { cancelForkTest } from '@/server/services/fork-tests/cancel-fork-test'
import { estimateForkTest } from '@/server/services/fork-tests/estimate-fork-test'
import { getFork } from '@/server/services/fork-tests/get-fork'
import { getForkTest } from '@/server/services/fork-tests/get-fork-test'
import { launchArms } from '@/server/services/fork-tests/launch-arms'
import { launchForkTest } from '@/server/services/fork-tests/launch-fork-test'
import { listForkTests } from '@/server/services/fork-tests/list-fork-tests'
import { resumeForkTest } from '@/server/services/fork-tests/resume-fork-test'
import { secretValue } from '@/server/services/hints/testing/secret-value'
import { queueSmallRun } from '@/server/services/runs/testing/small-launch'
import { startWorkerProcess } from './testing/processes'
import { endedRun } from './testing/run-state'
import { until } from './testing/until'
import { Worker } from './worker'

const workers: Worker[] = []
const reports: string[] = []
let server: ChatServer
let run: number

function startWorker(): void {
  const worker = new Worker({ concurrency: 1, report: (message) => reports.push(message) })
  workers.push(worker)
  worker.start()
}

const stopWorkers = () => Promise.all(workers.splice(0).map((worker) => worker.stop()))

beforeAll(async () => {
  server = await startChatServer({})
  run = await queueSmallRun()
  startWorker()
  expect(await endedRun(run)).toMatchObject({ status: 'finished' })
  await stopWorkers()
}, 120_000)
afterAll(() => server.stop())
afterEach(stopWorkers)

const inputOf = (more: object = {}) =>
  forkTestInput.parse({ run, target: { kind: 'all' }, forks: 8, repeats: 2, ...more })
const begin = async (more: object = {}) => (await launchForkTest(inputOf(more))).id

/** The test once it has ended; asked for seldom, because a whole test is resampled when it is read. */
async function ended(id: number) {
  await until(`fork test ${id} to end`, async () => {
    const status = (await findForkTest(id))?.status ?? ''
    return ['finished', 'stopped', 'failed'].includes(status) ? true : null
  })
  return getForkTest(id)
}

/** Everything that a fork test is told by, and which transaction wrote it. */
async function writtenOf(id: number) {
  const { rows } = await pool().query<{ fork: number; writer: string }>(
    `select fork, arm, repeat, recovered, turn_ok, next, steps, xmin::text writer from fork_outcomes
      where test_id = $1 order by fork, arm, repeat`,
    [id],
  )
  return rows
}
const withoutWriter = (rows: Awaited<ReturnType<typeof writtenOf>>) => rows.map(({ writer: _, ...row }) => row)
/** Nobody renews the lease of a worker that was killed; the test does not wait for its end. */
const leaseRunsOut = (id: number) =>
  pool().query(`update fork_tests set lease_until = now() - interval '1 second' where id = $1`, [id])
const doneOf = async (id: number) => (await countForks(id)).done

async function kindOf(condition: string) {
  const { rows } = await pool().query<{ rule: string | null; domain: string; tool: string; code: string }>(
    `select t.rule, t.domain, t.tool, t.code from tool_error_events t join episodes e on e.id = t.episode_id
      where t.run_id = $1 and not e.superseded and e.partition <> 'test' and t.first_in_turn
        and t.next <> 'cut_off' and ${condition} group by 1, 2, 3, 4 order by count(*) desc limit 1`,
    [run],
  )
  if (!rows[0]) throw new Error(`no failing call with ${condition}`)
  return rows[0]
}

describe('a fork test', { timeout: 120_000 }, () => {
  it('plays the run’s policy on from a rule’s failing calls, with the hint and without, and compares fork by fork', async () => {
    const { rule } = await kindOf('t.rule is not null')
    const target = { kind: 'rule', rule } as ForkTarget
    const estimate = await estimateForkTest(inputOf({ target }))
    expect(estimate).toMatchObject({ arms: ['no hint', 'built-in@1'], tokens: null, cost: null, repeats: 2 })
    expect(estimate.turns).toBe(estimate.forks * 2 * 2)
    const id = await begin({ target })
    startWorker()
    const test = await ended(id)
    expect(test).toMatchObject({ status: 'finished', statusReason: null, done: estimate.forks, skipped: 0 })
    const [comparison] = test.comparisons
    expect(test.byRule).toMatchObject([{ rule, first: 1, second: 0, forks: estimate.forks }])
    expect(comparison).toMatchObject({ first: 1, second: 0, forks: estimate.forks })
    const shares = test.forks.map(({ arms }) => (arms[1]?.recovered ?? 0) / 2 - (arms[0]?.recovered ?? 0) / 2)
    expect(comparison?.effects.recovered.difference).toBeCloseTo(
      shares.reduce((sum, share) => sum + share, 0) / shares.length,
    )
    expect(test.observed).toMatchObject([{ rule }])
    const fork = await getFork({ test: id, fork: 0 })
    expect(fork.told.map((told) => told?.rule)).toEqual([null, rule])
    expect(fork.outcomes.map(({ arm, repeat }) => [arm, repeat])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ])
    expect(fork.outcomes.every(({ steps }) => steps.length > 0)).toBe(true)
  })

  it('draws and plays the same for the same seed, other forks for another, and no test task unless asked', async () => {
    const [one, two, other] = [await begin({ seed: 4 }), await begin({ seed: 4 }), await begin({ seed: 5 })]
    startWorker()
    for (const id of [one, two, other]) expect(await ended(id)).toMatchObject({ status: 'finished' })
    const [first, second, third] = await Promise.all([one, two, other].map(writtenOf))
    expect(withoutWriter(second ?? [])).toEqual(withoutWriter(first ?? []))
    expect(withoutWriter(third ?? [])).not.toEqual(withoutWriter(first ?? []))
    const [without, all] = await Promise.all([
      estimateForkTest(inputOf()),
      estimateForkTest(inputOf({ testTasks: true })),
    ])
    expect(all.population).toBeGreaterThan(without.population)
    const { rows } = await pool().query(
      `select 1 from forks f join episodes e on e.id = f.episode_id where f.test_id = any($1) and e.partition = 'test'`,
      [[one, two, other]],
    )
    expect(rows).toEqual([])
  })

  it('compares two sets, and tries a rule for an error that had none', async () => {
    const { domain, tool, code } = await kindOf('t.rule is not null')
    await pool().query(
      'update tool_error_events set rule = null where run_id = $1 and domain = $2 and tool = $3 and code = $4',
      [...[run, domain, tool, code]],
    )
    const rule = { id: 'ours', when: { code, all: [] }, template: 'Think again about {tool}.' }
    const { set } = await storeAugmentationSet({ name: 'ours', title: 'Ours', rules: [rule] })
    const target = { kind: 'error', domain, tool, code } as const
    const id = await begin({ target, setB: { name: 'ours', version: set.version } })
    startWorker()
    const test = await ended(id)
    expect(test.comparisons.map(({ first, second }) => [first, second])).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
    ])
    expect(test.byRule.filter(({ first }) => first === 2)).toMatchObject([{ rule: 'ours' }])
    expect(test.observed).toEqual([])
    const { told } = await getFork({ test: id, fork: 0 })
    expect(told[2]).toEqual({ rule: 'ours', text: `Think again about ${tool}.` })
    const empty = await storeAugmentationSet({ name: 'empty', title: 'Empty', rules: [] })
    const setA = { name: 'empty', version: empty.set.version }
    await expect(begin({ target, setA })).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'setA' })
  })

  it('is told by a draft before anybody has saved it; whole runs wait for the version', async () => {
    const { domain, tool, code } = await kindOf("t.rule is not null and t.domain <> ''")
    const target = { kind: 'error', domain, tool, code, withRule: true } as const
    const saying = (template: string) => ({ id: 'mine', when: { domain, code, all: [] }, template })
    const { id: draft, revision } = await createDraft({
      ...{ name: 'mine', title: 'Mine', baseId: null, rules: [saying('See {nothing}.')] },
    })
    const input = { target, setA: { draft } }
    await expect(estimateForkTest(inputOf(input))).rejects.toMatchObject({
      ...{ code: 'BAD_INPUT', field: 'setA', message: expect.stringContaining('names the unknown value {nothing}') },
    })
    await updateDraft({ id: draft, revision }, { rules: [saying(`Use ${await secretValue(domain)} there.`)] })
    await expect(begin(input)).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'setA' })
    const rule = saying('Look at {tool} again.')
    await updateDraft({ id: draft, revision: revision + 1 }, { rules: [rule] })
    const id = await begin(input)
    startWorker()
    expect(await ended(id)).toMatchObject({ status: 'finished', arms: ['no hint', `mine (draft ${draft})`] })
    const { told } = await getFork({ test: id, fork: 0 })
    expect(told[1]).toEqual({ rule: 'mine', text: `Look at ${tool} again.` })
    await stopWorkers()
    const arms = { id, key: `arms of fork test ${id}`, seeds: 1 }
    await expect(launchArms(arms)).rejects.toMatchObject({ code: 'CONFLICT' })
    await storeAugmentationSet({ name: 'mine', title: 'Mine', rules: [rule] })
    expect((await launchArms(arms)).runs).toHaveLength(2)
  })

  it('goes on after its worker was killed, plays nothing again, and ends as one that was left alone', async () => {
    const input = { forks: 30, repeats: 6, seed: 9 }
    const [id, calm] = [await begin(input), await begin(input)]
    await cancelForkTest(calm)
    const doomed = startWorkerProcess()
    await until('some forks', async () => ((await doneOf(id)) >= 3 ? true : null))
    doomed.kill()
    const before = await writtenOf(id)
    expect(new Set(before.map(({ fork }) => fork)).size).toBeLessThan(30)
    await leaseRunsOut(id)
    await resumeForkTest(calm)
    startWorker()
    expect(await ended(id)).toMatchObject({ status: 'finished' })
    expect(await ended(calm)).toMatchObject({ status: 'finished' })
    const after = await writtenOf(id)
    const kept = new Set(before.map(({ fork }) => fork))
    expect(after.filter(({ fork }) => kept.has(fork))).toEqual(before)
    expect(withoutWriter(after)).toEqual(withoutWriter(await writtenOf(calm)))
  })

  it('is cancelled where it stands, given back by a worker that ends, and resumed', async () => {
    // long enough to be cancelled, and to be left, while it goes on: a worker looks once a second
    const id = await begin({ forks: 80, repeats: 15, seed: 10 })
    startWorker()
    await until('a fork', async () => ((await doneOf(id)) > 0 ? true : null))
    expect(await cancelForkTest(id)).toEqual({ status: 'stopping' })
    const cancelled = await ended(id)
    expect(cancelled).toMatchObject({ status: 'stopped', statusReason: expect.stringContaining('Cancelled: ') })
    expect(cancelled.done).toBeLessThan(cancelled.total)
    await resumeForkTest(id)
    await until('another fork', async () => ((await doneOf(id)) > cancelled.done ? true : null))
    await stopWorkers()
    expect(await getForkTest(id)).toMatchObject({ status: 'queued' })
    startWorker()
    expect(await ended(id)).toMatchObject({ status: 'finished' })
    await expect(cancelForkTest(id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('lets an endpoint play on, says the cost before, and counts what it took', async () => {
    const endpoint = await storeScripted(server, 'silent')
    const estimate = await estimateForkTest(inputOf({ endpoint }))
    expect(estimate.cost).toBeGreaterThan(0)
    const id = await begin({ endpoint })
    startWorker()
    const test = await ended(id)
    expect(test).toMatchObject({ status: 'finished', player: { kind: 'endpoint' }, requests: 8 * 2 * 2 })
    expect(test.cost).toBeGreaterThan(0)
    expect(test.comparisons[0]?.effects.recovered).toMatchObject({ difference: 0, better: 0, worse: 0 })
    const { outcomes } = await getFork({ test: id, fork: 0 })
    expect(outcomes[0]).toMatchObject({ next: 'answered', steps: [{ kind: 'answer', text: 'I would rather not.' }] })
    expect((await listForkTests({})).tests[0]).toMatchObject({ id, done: 8, total: 8 })
  })

  it('leaves open what a broken endpoint did not play, never counts it, and says why', async () => {
    const id = await begin({ endpoint: await storeScripted(server, 'failing', { settings: { retries: 0 } }) })
    startWorker()
    const test = await ended(id)
    expect(test).toMatchObject({ status: 'failed', done: 0, comparisons: [] })
    expect(test.statusReason).toMatch(/8 of 8 forks are open: HTTP 500: out of memory\. Resume plays what is open\./)
    const refused = await begin({ endpoint: await storeScripted(server, 'solver', { key: 'wrong' }) })
    expect((await ended(refused)).statusReason).toContain('HTTP 401: Incorrect API key.')
  })

  it('says at the field what cannot be tested', async () => {
    const target = { kind: 'rule', rule: 'nobody.has-it' }
    await expect(begin({ target })).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'target' })
    await expect(begin({ run: 99_999 })).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'run' })
    const setB = { name: 'built-in', version: 1 }
    await expect(begin({ setB })).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'setB' })
    await expect(begin({ run: await queueSmallRun() })).rejects.toMatchObject({ field: 'run' })
  })

  it('is carried out without a complaint of the worker', () => expect(reports).toEqual([]))
})
