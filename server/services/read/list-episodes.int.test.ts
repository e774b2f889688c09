import { beforeAll, describe, expect, it } from 'vitest'
import type { EpisodeRecord, ToolErrorRecord } from '@/server/core/episodes/record'
import { partitions, splits } from '@/server/core/tasks/task'
import type { Claim } from '@/server/db/claims'
import { pool } from '@/server/db/client'
import { packEvents } from '@/server/recording/pack-events'
import { recordBatch } from '@/server/services/recording/record-batch'
import { trainerEpisodes } from '@/server/services/recording/testing/trainer-episodes'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { episodeChoices, taskChoices } from './episode-choices'
import { type EpisodeListInput, episodeListInput, episodeSorts } from './episode-list-input'
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
  const filters: readonly (readonly [
    string,
    () => Partial<EpisodeListInput>,
    (episode: EpisodeRecord, index: number) => boolean,
  ])[] = [
    ['run', () => ({ run: claim.runId }), () => true],
    ['another run', () => ({ run: claim.runId + 1 }), () => false],
    ['kind', () => ({ kind: 'branch' }), ({ kind }) => kind === 'branch'],
    ['partition', () => ({ partition: 'test' }), ({ partition }) => partition === 'test'],
    ['stage', () => ({ stage: 0 }), ({ stage }) => stage === 0],
    ['steps', () => ({ fromStep: 3, toStep: 5 }), ({ trainingStep }) => trainingStep >= 3 && trainingStep <= 5],
    ['split', () => ({ split: 'miss_func' }), ({ split }) => split === 'miss_func'],
    ['task', () => ({ task: someEpisode().task }), ({ task }) => task === someEpisode().task],
    [
      'domain',
      () => ({ domain: someEpisode().domains[0] }),
      ({ domains }) => domains.includes(someEpisode().domains[0] ?? ''),
    ],
    ['success', () => ({ success: true }), ({ success }) => success],
    ['failure', () => ({ success: false }), ({ success }) => !success],
    ['rewards', () => ({ rewardMin: 0.25, rewardMax: 0.5 }), ({ reward }) => reward >= 0.25 && reward <= 0.5],
    ['turn', () => ({ turn: 1 }), ({ turns }) => turns.some(({ index }) => index === 1)],
    ['suite', () => ({ suite: someEpisode().suite }), ({ suite }) => suite === someEpisode().suite],
    ['another suite', () => ({ suite: 'other' }), () => false],
    ['failing turn', () => ({ failingTurn: 0 }), ({ turns }) => turns.find(({ reward }) => reward === 0)?.index === 0],
    ['error code', () => ({ code: 'not_logged_in' }), (_, index) => index % 7 === 0],
    ['hint rule', () => ({ rule: 'ticket.login-first' }), (_, index) => index % 7 === 0],
    ['recovery', () => ({ recovered: true }), (_, index) => index % 14 === 0],
    ['no recovery', () => ({ recovered: false }), (_, index) => index % 14 !== 0],
    ['format errors', () => ({ formatErrors: true }), (_, index) => index % 6 > 0],
    ['group', () => ({ run: claim.runId, group: 'g3' }), ({ group }) => group === 'g3'],
    [
      'several at once',
      () => ({ success: false, partition: 'train', rewardMin: 0.2 }),
      ({ success, partition, reward }) => !success && partition === 'train' && reward >= 0.2,
    ],
  ]

  it.each(filters)('is filtered by %s', async (_, input, matches) => {
    const expected = recorded.filter(matches).map(({ id }) => idOf.get(id))
    expect(idsOf(await readAll(input())).sort()).toEqual(expected.sort())
    const page = await listEpisodes(ask(input()))
    expect([page.count, page.exact]).toEqual([expected.length, true])
  })

  it.each(episodeSorts)('is paged without gaps or repeats when sorted by %s', async (sort) => {
    const whole = idsOf(await readAll({ sort }))
    expect(new Set(whole).size).toBe(recorded.length)
    for (const limit of [1, 7, 60]) expect(idsOf(await readAll({ sort, limit }))).toEqual(whole)
  })

  it('is sorted by reward with the newest of equals first, or the oldest', async () => {
    const high = await readAll({ sort: 'reward-high' })
    const low = await readAll({ sort: 'reward-low' })
    expect(idsOf(low)).toEqual(idsOf(high).reverse())
    const sorted = [...high].sort((a, b) => b.reward - a.reward || Number(b.id) - Number(a.id))
    expect(idsOf(high)).toEqual(idsOf(sorted))
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

describe('what the filters offer', () => {
  it('are the runs with their stages, and the codes and rules that occurred', async () => {
    const choices = await episodeChoices({ run: claim.runId })
    expect(choices.runs).toEqual([
      { id: claim.runId, name: 'small, seed 0', stages: ['syntax', 'hints', 'hard-tasks', 'independent'] },
    ])
    expect(choices.codes).toEqual(['not_logged_in'])
    expect(choices.rules).toEqual(['ticket.login-first'])
    expect(choices.domains).toContain(someEpisode().domains[0])
  })

  it('are no codes of other runs', async () => {
    expect(await episodeChoices({ run: claim.runId + 1 })).toMatchObject({ codes: [], rules: [] })
    expect((await episodeChoices({})).codes).toEqual(['not_logged_in'])
  })

  it('are tasks by their key or the words of their opening, taken literally', async () => {
    const { task } = someEpisode()
    expect((await taskChoices({ text: task.toUpperCase() })).map(({ key }) => key)).toContain(task)
    const [first] = await taskChoices({ text: task })
    expect((await taskChoices({ text: first?.opening ?? '' })).map(({ key }) => key)).toContain(task)
    expect(await taskChoices({ text: '%' })).toEqual([])
  })
})
