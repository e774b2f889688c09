import { beforeAll, describe, expect, it } from 'vitest'
import { episodeSorts } from '@/server/core/episodes/episode-sorts'
import type { EpisodeRecord, ToolErrorRecord } from '@/server/core/episodes/record'
import { searchWords } from '@/server/core/episodes/search-words'
import { partitions, splits } from '@/server/core/tasks/task'
import type { Claim } from '@/server/db/claims'
import { pool } from '@/server/db/client'
import { findFewEpisodes, listEpisodeRows } from '@/server/db/episode-list'
import { packEvents } from '@/server/recording/pack-events'
import { recordBatch } from '@/server/services/recording/record-batch'
import { trainerEpisodes } from '@/server/services/recording/testing/trainer-episodes'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { episodeFacets } from './episode-facets'
import { type EpisodeListInput, episodeListInput } from './episode-list-input'
import { episodeSet } from './episode-set'
import { episodeValues } from './episode-values'
import { getEpisode } from './get-episode'
import { listEpisodes } from './list-episodes'

const rewards = [0, 0.25, 0.5, 1, 1 / 3]
const pick = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const hint = (code: string, rule: string, recovered: boolean): ToolErrorRecord => ({
  ...{ turn: 0, step: 0, call: 0, domain: 'TicketAPI', tool: 'create_ticket', code, values: {} },
  ...{ rule, shown: true, recovered },
})

/** The trainer's episodes, spread over everything that can be filtered by. */
function varied(episode: EpisodeRecord, index: number): EpisodeRecord {
  const isBranch = index % 4 === 0
  const toolErrors = index % 7 === 0 ? [hint('not_logged_in', 'ticket.login-first', index % 14 === 0)] : []
  return {
    ...episode,
    id: `e${index}`,
    kind: isBranch ? 'branch' : 'episode',
    prefix: isBranch ? { episode: index === 4 ? 'e1' : null, startTurn: 1, stateReset: index % 8 === 0 } : null,
    partition: pick(partitions, index),
    stage: index % 9 === 8 ? null : index % 4,
    trainingStep: Math.floor(index / 10),
    split: pick(splits, index),
    group: index % 2 === 0 ? `g${Math.floor(index / 20)}` : null,
    reward: pick(rewards, index),
    success: pick(rewards, index) === 1,
    toolErrors,
    counts: {
      ...episode.counts,
      formatErrors: index % 6,
      toolErrors: toolErrors.length,
      hintsShown: toolErrors.length,
      hintsRecovered: toolErrors.filter(({ recovered }) => recovered).length,
    },
  }
}

const recorded: EpisodeRecord[] = []
let claim: Claim
let sequence = 0

async function record(episodes: readonly EpisodeRecord[]): Promise<void> {
  const events = await packEvents([{ type: 'episodes', episodes }])
  await recordBatch({ run: claim.runId, epoch: claim.epoch, source: 'test', sequence: sequence++, at: 0, events })
}

const ask = (input: Partial<EpisodeListInput>) => episodeListInput.parse({ limit: 200, ...input })

/** All pages of a list. */
async function readAll(input: Partial<EpisodeListInput>) {
  const rows = []
  for (let after: string | null = null, first = true; first || after; first = false) {
    const page = await listEpisodes(ask({ ...input, after }))
    rows.push(...page.episodes)
    after = page.next
  }
  return rows
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
let idOf: ReadonlyMap<string, string>

beforeAll(async () => {
  claim = await claimSmallRun()
  const episodes = await trainerEpisodes(claim, 60)
  for (let index = 0; index < 180; index++) recorded.push(varied(pick(episodes, index), index))
  await record(recorded.slice(0, 100))
  await record(recorded.slice(100))
  const { rows } = await pool().query<{ key: string; id: string }>('select key, id::text from episodes')
  idOf = new Map(rows.map(({ key, id }) => [key, id]))
})

const someEpisode = () => pick(recorded, 14)

describe('the list of episodes', () => {
  const filters: readonly (readonly [string, () => string, (episode: EpisodeRecord, index: number) => boolean])[] = [
    ['run', () => `run = ${claim.runId}`, () => true],
    ['another run', () => `run = ${claim.runId + 1}`, () => false],
    ['kind', () => 'kind = branch', ({ kind }) => kind === 'branch'],
    ['partition', () => 'partition = test', ({ partition }) => partition === 'test'],
    ['stage, from 1', () => 'stage = 1', ({ stage }) => stage === 0],
    ['no stage', () => 'stage = none', ({ stage }) => stage === null],
    ['steps', () => 'step >= 3 step < 5.5', ({ trainingStep }) => trainingStep >= 3 && trainingStep <= 5],
    ['split', () => 'split = miss_func', ({ split }) => split === 'miss_func'],
    ['task', () => `task = ${someEpisode().task}`, ({ task }) => task === someEpisode().task],
    ['a part of the task', () => 'task: TICKET', ({ task }) => task.includes('ticket')],
    [
      'domain, in any case',
      () => `domain = ${someEpisode().domains[0]?.toUpperCase()}`,
      ({ domains }) => domains.includes(someEpisode().domains[0] ?? ''),
    ],
    ['success', () => 'outcome = succeeded', ({ success }) => success],
    ['failure', () => 'outcome = failed', ({ success }) => !success],
    ['rewards', () => 'reward >= 0.25 reward <= 0.5', ({ reward }) => reward >= 0.25 && reward <= 0.5],
    ['turn', () => 'turn = 2', ({ turns }) => turns.some(({ index }) => index === 1)],
    ['suite', () => `suite = ${someEpisode().suite}`, ({ suite }) => suite === someEpisode().suite],
    ['another suite', () => 'suite = other', () => false],
    ['failing turn', () => 'failing-turn = 1', ({ turns }) => turns.find(({ reward }) => reward === 0)?.index === 0],
    ['error code', () => 'code = not_logged_in', (_, index) => index % 7 === 0],
    ['another error code', () => 'code != not_logged_in', (_, index) => index % 7 !== 0],
    ['hint rule', () => 'rule = ticket.login-first', (_, index) => index % 7 === 0],
    ['recovery', () => 'recovered = yes', (_, index) => index % 14 === 0],
    ['no recovery', () => 'recovered = no', (_, index) => index % 14 !== 0],
    ['format errors', () => 'format-errors > 0', (_, index) => index % 6 > 0],
    ['group', () => 'group = g3', ({ group }) => group === 'g3'],
    ['near misses', () => 'near-miss = yes', ({ success, rewards }) => !success && rewards.progress >= 0.5],
    [
      'words',
      () => someEpisode().task.split('-')[0] ?? '',
      (episode) => searchWords(episode).includes(someEpisode().task.split('-')[0] ?? ''),
    ],
    [
      'several at once',
      () => 'outcome = failed partition = train reward >= 0.2',
      ({ success, partition, reward }) => !success && partition === 'train' && reward >= 0.2,
    ],
    [
      'one or the other, and not a third',
      () => '(code = not_logged_in or step = 2) not split = base',
      ({ split, trainingStep }, index) => (index % 7 === 0 || trainingStep === 2) && split !== 'base',
    ],
  ]

  it.each(filters)('is filtered by %s', async (_, input, matches) => {
    const expected = recorded.filter(matches).map(({ id }) => idOf.get(id))
    const filter = input()
    expect(idsOf(await readAll({ filter })).sort()).toEqual(expected.sort())
    const page = await listEpisodes(ask({ filter }))
    expect([page.count, page.exact]).toEqual([expected.length, true])
  })

  const orders = episodeSorts.flatMap((sort) => [false, true].map((reverse) => ({ sort, reverse })))

  it.each(orders)('is paged without gaps or repeats: $sort, reversed $reverse', async (order) => {
    const whole = idsOf(await readAll(order))
    expect(new Set(whole).size).toBe(whole.length)
    expect((await listEpisodes(ask(order))).count).toBe(whole.length)
    for (const limit of [1, 7, 60]) expect(idsOf(await readAll({ ...order, limit }))).toEqual(whole)
    expect(idsOf(await readAll({ ...order, reverse: !order.reverse }))).toEqual([...whole].reverse())
  })

  it('is paged alike whether few or many are found', async () => {
    for (const { sort, reverse } of orders) {
      const { set } = await episodeSet({ filter: 'partition != test', sort }, new Date())
      const query = { ...set, reverse, after: null, limit: 200 }
      const few = await findFewEpisodes(query, 1000)
      expect(few.rows).toEqual(await listEpisodeRows(query))
      expect(await findFewEpisodes(query, 1)).toEqual({ count: 2, rows: null })
    }
  })

  it('is sorted by reward with the newest of equals first', async () => {
    const high = await readAll({ sort: 'reward' })
    const sorted = [...high].sort((a, b) => b.reward - a.reward || Number(b.id) - Number(a.id))
    expect(idsOf(high)).toEqual(idsOf(sorted))
  })

  it('is sorted by surprise and near misses, without those that have neither', async () => {
    const surprise = (await readAll({ sort: 'surprise' })).map((row) => row.surprise ?? Number.NaN)
    expect(surprise.length).toBe(recorded.filter(({ group }) => group !== null).length)
    expect(surprise).toEqual([...surprise].sort((a, b) => b - a))
    const near = await readAll({ sort: 'near-miss' })
    expect(near.every(({ success, progress }) => !success && progress >= 0.5)).toBe(true)
    expect(near.map(({ progress }) => progress)).toEqual(near.map(({ progress }) => progress).sort((a, b) => b - a))
    const found = await readAll({ sort: 'surprise', filter: 'surprise >= 1 group = g3' })
    expect(found.every((row) => (row.surprise ?? 0) >= 1)).toBe(true)
  })

  it('finds nothing for a filter with a mistake, and says where it is', async () => {
    const page = await listEpisodes(ask({ filter: 'login stepp = 3' }))
    expect([page.episodes, page.count]).toEqual([[], 0])
    expect(page.problem).toMatchObject({ from: 6, to: 11, message: expect.stringContaining('Did you mean “step”?') })
  })

  it('is counted by what its episodes are', async () => {
    const { values, whole } = await episodeFacets({ filter: 'partition = test', sort: 'newest' })
    expect(whole).toBe(true)
    const test = recorded.filter(({ partition }) => partition === 'test')
    const count = (field: string, value: string) => values.find((one) => one.field === field && one.value === value)
    expect(count('outcome', 'succeeded')?.count).toBe(test.filter(({ success }) => success).length)
    expect(count('stage', '1')?.count).toBe(test.filter(({ stage }) => stage === 0).length)
    expect(count('stage', 'none')?.count).toBe(test.filter(({ stage }) => stage === null).length)
    expect(count('code', 'not_logged_in')).toMatchObject({
      count: test.filter(({ toolErrors }) => toolErrors.length > 0).length,
      exact: true,
    })
    for (const { field, value, count: found } of values) {
      const quoted = value === 'none' ? value : `"${value}"`
      const filter = `partition = test ${field} = ${/^\d+$/.test(value) ? value : quoted}`
      expect([filter, (await listEpisodes(ask({ filter }))).count]).toEqual([filter, found])
    }
  })

  it('keeps its place when episodes are added before it', async () => {
    const first = await listEpisodes(ask({ limit: 10 }))
    const rest = await listEpisodes(ask({ limit: 10, after: first.next }))
    const added = { ...someEpisode(), id: 'late' }
    await record([added])
    expect(idsOf((await listEpisodes(ask({ limit: 10, after: first.next }))).episodes)).toEqual(idsOf(rest.episodes))
    await pool().query("update episodes set superseded = true where key = 'late'")
  })

  it('leaves out what a later attempt superseded, and still shows it at its own address', async () => {
    const { rows } = await pool().query<{ id: string }>("select id::text from episodes where key = 'late'")
    const late = rows[0]?.id ?? ''
    expect(idsOf(await readAll({}))).not.toContain(late)
    expect((await getEpisode({ episode: late })).superseded).toBe(true)
  })

  it.each([
    'nonsense',
    Buffer.from('["x","1"]').toString('base64url'),
    Buffer.from('["1","99999999999999999999"]').toString('base64url'),
  ])('refuses the cursor %s', async (after) => {
    await expect(listEpisodes(ask({ after }))).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'after' })
  })
})

describe('one episode', () => {
  it('comes with its turns, steps and rollout group', async () => {
    const record = pick(recorded, 40)
    const episode = await getEpisode({ episode: idOf.get(record.id) ?? '' })
    expect(episode).toMatchObject({ turns: record.turns, steps: record.steps })
    expect(episode.siblings.map(({ id }) => id).sort()).toEqual(
      recorded
        .filter(({ group }) => group === record.group)
        .map(({ id }) => idOf.get(id))
        .sort(),
    )
  })

  it('says where a branch begins and which episode played the turns before', async () => {
    const branch = await getEpisode({ episode: idOf.get('e4') ?? '' })
    expect(branch.prefix).toEqual({ startTurn: 1, stateReset: false, episode: idOf.get('e1') })
    expect((await getEpisode({ episode: idOf.get('e8') ?? '' })).prefix).toEqual({
      startTurn: 1,
      stateReset: true,
      episode: null,
    })
    expect((await getEpisode({ episode: idOf.get('e1') ?? '' })).prefix).toBeNull()
  })

  it('that does not exist is not found', async () => {
    await expect(getEpisode({ episode: '999999999999' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('what the filter offers', () => {
  const texts = async (field: string, typed = '') =>
    (await episodeValues({ field, typed, filter: `run = ${claim.runId}` })).map(({ text }) => text)

  it('are runs by number and name, and stages with their names', async () => {
    expect(await episodeValues({ field: 'run', typed: 'SMALL', filter: '' })).toEqual([
      { text: String(claim.runId), detail: 'small, seed 0' },
    ])
    const stages = await episodeValues({ field: 'stage', typed: '', filter: `run = ${claim.runId}` })
    expect(stages.map(({ text, detail }) => `${text} ${detail}`)).toEqual([
      '1 syntax',
      '2 hints',
      '3 hard-tasks',
      '4 independent',
    ])
  })

  it('are the codes, rules and domains that occurred', async () => {
    expect(await texts('code', 'LOGG')).toEqual(['not_logged_in'])
    expect(await texts('rule')).toEqual(['ticket.login-first'])
    expect(await texts('domain')).toContain(someEpisode().domains[0])
    expect(await texts('reward')).toEqual([])
  })

  it('are tasks by their key or the words of their opening, taken literally', async () => {
    const { task } = someEpisode()
    expect(await texts('task', task.toUpperCase())).toContain(task)
    const [first] = await episodeValues({ field: 'task', typed: task, filter: '' })
    expect(await texts('task', first?.detail)).toContain(task)
    expect(await texts('task', '%')).toEqual([])
  })
})
