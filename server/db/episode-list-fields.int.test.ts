import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { wantedWords } from '@/server/core/episodes/search-words'
import { episodeFields, episodeOrigins } from '@/server/core/filter/episode-fields'
import { evaluateFilter, type FieldContent, type FilterRow } from '@/server/core/filter/evaluate-filter'
import { formatFilter } from '@/server/core/filter/format-filter'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { arbitraryFilter } from '@/server/core/filter/testing/arbitrary-filter'
import { partitions, splits } from '@/server/core/tasks/task'
import { packEpisodes } from '@/server/recording/pack-events'
import { recordBatch } from '@/server/services/recording/record-batch'
import { trainerEpisodes } from '@/server/services/recording/testing/trainer-episodes'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { pool } from './client'
import { knownNames } from './episode-filter-names'
import { findFewEpisodes, listEpisodeRows } from './episode-list'
import { episodeColumns } from './episode-list-fields'
import { vectorText } from './episode-search-writes'
import { traitsOf, traitWord } from './episode-traits'

const now = new Date('2026-11-20T13:30:00Z')
const names = ['alpha', 'Beta', '50%', 'a_b', 'axb', 'none', 'x y', "it's", '\\', '"', '#1']
const text = fc.constantFrom(...names)
const several = fc.array(text, { maxLength: 2 }).map((items) => [...new Set(items)])
// as single precision keeps it
const real = fc.constantFrom(0, 0.25, 0.5, 1, 1.25, Math.fround(1 / 3))
const small = fc.nat(5)

const row = fc.record({
  ...{ stage: fc.option(fc.nat(3)), step: small, split: fc.constantFrom(...splits), domain: several },
  ...{
    reward: real,
    progress: fc.constantFrom(0, 0.25, 0.5, 1),
    advantage: fc.option(real),
    surprise: fc.option(real),
  },
  ...{ success: fc.boolean(), invalid: fc.constantFrom(null, null, 'gone'), failingTurn: fc.option(fc.nat(3)) },
  ...{ code: several, rule: several, formatErrors: small, partition: fc.constantFrom(...partitions) },
  ...{ kind: fc.constantFrom('episode', 'branch'), suite: text, recovered: fc.nat(1), hints: small, turns: small },
  ...{ length: small, calls: small, toolErrors: small, cut: fc.constantFrom(null, 'length', 'steps') },
  ...{ feedback: fc.constantFrom('standard', 'augmented'), group: fc.option(text), rollout: small },
  ...{
    origin: fc.constantFrom(...episodeOrigins),
    nearMiss: fc.option(real),
    words: fc.subarray(['login', 'logout', 'x']),
  },
  recorded: fc.integer({ min: -100, max: 40 }).map((hours) => new Date(now.getTime() + hours * 3_600_000)),
})
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never

/** The traits that the database makes of the row. */
const traits = (
  run: number,
  { stage, split, partition, kind, invalid, success, failingTurn, formatErrors, recovered }: Row,
) => [
  `run ${run}`,
  ...[`stage ${stage ?? 'none'}`, `split ${split}`, `partition ${partition}`, `kind ${kind}`],
  `outcome ${invalid === null ? (success ? 'succeeded' : 'failed') : 'invalid'}`,
  ...[`failing-turn ${failingTurn ?? 'none'}`, `format-errors ${Math.min(formatErrors, 5)}`],
  `recovered ${yes(recovered > 0)}`,
]

const yes = (holds: boolean) => (holds ? 'yes' : 'no')

/** What the language is to find in a stored episode. */
function meaning(id: number, run: number, task: string, own: Row): FilterRow {
  const { stage, failingTurn, recorded, words, success, invalid, recovered, nearMiss, formatErrors, toolErrors } = own
  const content: Readonly<Record<string, FieldContent>> = {
    ...{ id, run, task, stage: stage === null ? null : stage + 1, step: own.step, split: own.split },
    ...{ domain: own.domain, code: own.code, rule: own.rule, suite: own.suite, group: own.group, cut: own.cut },
    ...{ outcome: invalid === null ? (success ? 'succeeded' : 'failed') : 'invalid', valid: yes(invalid === null) },
    ...{ reward: invalid === null ? own.reward : Number.NaN, advantage: own.advantage, surprise: own.surprise },
    progress: invalid === null ? own.progress : Number.NaN,
    ...{ 'failing-turn': failingTurn === null ? null : failingTurn + 1, 'format-errors': formatErrors },
    ...{ partition: own.partition, kind: own.kind, recovered: yes(recovered > 0), hints: own.hints },
    ...{ 'near-miss': yes(nearMiss !== null), turns: own.turns, length: own.length, calls: own.calls },
    ...{ 'tool-errors': toolErrors, feedback: own.feedback, rollout: own.rollout, origin: own.origin },
    recorded: recorded.getTime(),
  }
  return {
    id,
    field: (name) => content[name] ?? null,
    words: (typed) =>
      wantedWords(typed)?.every(({ word, isBeginning }) =>
        words.some((own) => (isBeginning ? own.startsWith(word) : own === word)),
      ) ?? false,
  }
}

const count = 50
const rows: FilterRow[] = []
/** Of the episodes as they were recorded: whether their traits are those that the core tells. */
const agreed: boolean[] = []

beforeAll(async () => {
  const claim = await claimSmallRun()
  const episodes = (await trainerEpisodes(claim, count)).map((episode, index) => ({ ...episode, id: `e${index}` }))
  const events = await packEpisodes(episodes)
  await recordBatch({ run: claim.runId, epoch: claim.epoch, source: 'test', sequence: 0, at: 0, events })
  const ids = await pool().query<{ id: string; task: string }>(
    'select e.id::text, t.key task from episodes e join tasks t on t.id = e.task_id order by e.id',
  )
  for (const { episodes } of events) {
    for (const episode of episodes) {
      const { rows } = await pool().query<{ same: boolean }>(
        `select e.traits = array(select hashtext(trait) from unnest($2::text[]) with ordinality t(trait, place) order by place)
            and t.words @@ $3::tsquery as same
           from episodes e join episode_texts t on t.episode_id = e.id where e.key = $1`,
        [
          episode.id,
          traitsOf(episode, claim.runId),
          traitsOf(episode, claim.runId)
            .map((trait) => `'${traitWord(trait)}'`)
            .join(' & '),
        ],
      )
      agreed.push(rows[0]?.same ?? false)
    }
  }
  await pool().query(
    `insert into episode_names select kind, name
       from unnest($1::text[]) name, unnest('{domain,code,rule,suite}'::text[]) kind on conflict do nothing`,
    [names],
  )
  for (const [index, own] of fc.sample(row, { numRuns: count, seed: 5 }).entries()) {
    const { id = '', task = '' } = ids.rows[index] ?? {}
    const valid = (value: number) => (own.invalid === null ? value : Number.NaN)
    await pool().query(
      `update episodes set stage = $2, training_step = $3, split = $4, domains = $5, reward = $6, progress = $7,
         advantage = $8, surprise = $9, success = $10, invalid = $11, failing_turn = $12, error_codes = $13,
         hint_rules = $14, format_errors = $15, partition = $16, kind = $17, suite = $18, hints_recovered = $19,
         hints_shown = $20, turn_count = $21, step_count = $22, call_count = $23, tool_errors = $24, truncated = $25,
         feedback = $26, group_key = $27, rollout = $28, origin = $29, near_miss = $30, created_at = $31
       where id = $1`,
      [
        ...[id, own.stage, own.step, own.split, own.domain, valid(own.reward), valid(own.progress), own.advantage],
        ...[own.surprise, own.success, own.invalid, own.failingTurn, own.code, own.rule, own.formatErrors],
        ...[own.partition, own.kind, own.suite, own.recovered, own.hints, own.turns, own.length, own.calls],
        ...[own.toolErrors, own.cut, own.feedback, own.group, own.rollout, own.origin, own.nearMiss, own.recorded],
      ],
    )
    await pool().query('update episode_texts set words = $2::tsvector where episode_id = $1', [
      id,
      vectorText(own.words, traits(claim.runId, own)),
    ])
    rows.push(meaning(Number(id), claim.runId, task, own))
  }
})

async function find(written: string, few: boolean): Promise<number[]> {
  const { node: filter, problem } = parseFilter(written, episodeFields)
  expect(problem).toBeNull()
  const set = { filter, known: await knownNames(filter), sort: 'newest' as const, now }
  const query = { ...set, reverse: true, after: null, limit: count + 1 }
  const found = few ? ((await findFewEpisodes(query, count)).rows ?? []) : await listEpisodeRows(query)
  return found.map(({ id }) => Number(id))
}

/** Groups are compared as they are written; full text and turns are no fields of a row. */
const compared = {
  ...episodeFields,
  fields: episodeFields.fields.filter(({ name }) => !['text', 'turn', 'group'].includes(name)),
}

describe('a filter of episodes in the database', () => {
  it('knows where every field is stored', () => {
    const stored = Object.keys(episodeColumns(null, () => []).fields)
    expect(stored.sort()).toEqual(episodeFields.fields.map(({ name }) => name).sort())
  })

  it('has the traits that are told when an episode is recorded', () => {
    expect(agreed).toEqual(Array.from({ length: count }, () => true))
  })

  it('tells every trait from every other', async () => {
    const stages = ['none', ...Array.from({ length: 100 }, (_, index) => String(index))]
    const known = [
      ...stages.map((value) => `stage ${value}`),
      ...stages.slice(0, 11).map((value) => `failing-turn ${value}`),
      ...splits.map((split) => `split ${split}`),
      ...partitions.map((partition) => `partition ${partition}`),
      ...['kind branch', 'kind episode', 'outcome invalid', 'outcome succeeded', 'outcome failed'],
      ...[0, 1, 2, 3, 4, 5].map((index) => `format-errors ${index}`),
      ...['recovered yes', 'recovered no'],
    ]
    const { rows } = await pool().query('select count(distinct hashtext(t))::int as n from unnest($1::text[]) t', [
      known,
    ])
    expect(rows).toEqual([{ n: known.length }])
    expect(new Set(known.map(traitWord)).size).toBe(known.length)
  })

  it('finds what the language means, whatever the filter and the rows', async () => {
    let partly = 0
    const number = fc.constantFrom(-1, 0, 0.25, 0.5, 1, 1.5, 2, 3, 4, 1 / 3, 1e12, -1e12)
    const words = fc.oneof(text, fc.constantFrom('log*', 'LOGIN', 'login x', 'y'))
    await fc.assert(
      fc.asyncProperty(arbitraryFilter(compared, { text: words, number }), fc.boolean(), async (node, few) => {
        const expected = rows.filter((own) => evaluateFilter(node, own, now)).map(({ id }) => id)
        expect(await find(formatFilter(node, episodeFields), few)).toEqual(expected)
        if (expected.length > 0 && expected.length < rows.length) partly += 1
      }),
      { numRuns: 400 },
    )
    // Filters that find everything or nothing would prove little.
    expect(partly).toBeGreaterThan(100)
  }, 120_000)

  it('takes text for nothing but text', async () => {
    expect(await find(`code = "'; drop table episodes; --" or "'; drop" or text: "' | 'x"`, false)).toEqual(
      await find('code = nothing or drop or text: x', false),
    )
  })
})
