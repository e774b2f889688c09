import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { evaluateFilter, type FieldContent, type FilterRow } from '@/server/core/filter/evaluate-filter'
import { formatFilter } from '@/server/core/filter/format-filter'
import { mentionsField } from '@/server/core/filter/mentions-field'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { runFields, runStatuses } from '@/server/core/filter/run-fields'
import { arbitraryFilter } from '@/server/core/filter/testing/arbitrary-filter'
import { launchRun } from '@/server/services/runs/launch-run'
import { smallLaunch } from '@/server/services/runs/testing/small-launch'
import { pool } from './client'
import { listRunRows } from './run-list'
import { runColumns } from './run-list-fields'

const now = new Date('2026-11-20T13:30:00Z')
const texts = ['alpha', 'Beta', '50%', 'a_b', 'axb', 'none', 'x y', 'small', "it's", '\\', '"', 'or', '#1']
const text = fc.constantFrom(...texts)
const share = fc.option(fc.constantFrom(0, 0.125, 0.25, 0.5, 0.75, 1, Number.NaN))
const moment = fc.integer({ min: -100, max: 40 }).map((hours) => new Date(now.getTime() + hours * 3_600_000))

const row = fc.record({
  name: fc.array(text, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
  status: fc.constantFrom(...runStatuses),
  tags: fc.array(text, { maxLength: 2 }),
  notes: fc.oneof(fc.constant(''), text),
  reward: share,
  accuracy: share,
  test: share,
  testTask: share,
  ood: share,
  stage: fc.option(fc.nat(3)),
  step: fc.nat(5),
  launched: moment,
  started: fc.option(moment),
  ended: fc.option(moment),
  kind: fc.constantFrom('training', 'external'),
  archived: fc.boolean(),
  health: fc.subarray(['flat-groups', 'truncation', 'reward-collapse']),
  heartbeat: fc.option(moment),
})
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never

const count = 50
const rows: FilterRow[] = []

/** What the clock says of a run that lives. */
function silence({ status, kind, heartbeat }: Row): string[] {
  if (!heartbeat || !['running', 'evaluating', 'stopping'].includes(status)) return []
  const seconds = (now.getTime() - heartbeat.getTime()) / 1000
  if (kind === 'training') return seconds > 30 ? ['no-heartbeat'] : []
  return seconds > 900 ? ['no-news'] : []
}

/** What the language is to find in a stored run. */
function meaning(id: number, seed: number, group: string, own: Row): FilterRow {
  const { test, ood, stage, started, ended, launched } = own
  const seconds = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000
  const content: Readonly<Record<string, FieldContent>> = {
    ...{ status: own.status, name: own.name, tag: own.tags, suite: 'small', hints: 'built-in', rewarded: 'stage' },
    ...{ curriculum: 'Starter', model: 'built-in CPU policy', backend: 'local', group, seed, id, parent: null },
    ...{ reward: own.reward, accuracy: own.accuracy, test, 'test-tasks': own.testTask, ood },
    gap: test === null || ood === null ? null : test - ood,
    stage: stage === null ? null : stage + 1,
    step: own.step,
    launched: launched.getTime(),
    ended: ended?.getTime() ?? null,
    age: seconds(launched, now),
    took: started && seconds(started, ended ?? now),
    ...{ kind: own.kind, archived: own.archived ? 'yes' : 'no', notes: own.notes },
    health: [...own.health, ...silence(own)],
  }
  return {
    id,
    field: (name) => content[name] ?? null,
    words: [own.name, 'small', 'starter', own.tags.join(' '), own.notes].join(' '),
  }
}

beforeAll(async () => {
  const request = await smallLaunch({ seeds: Array.from({ length: count }, (_, seed) => (seed % 7) + seed * 7) })
  const { runs } = await launchRun(request)
  const drawn = fc.sample(row, { numRuns: count, seed: 4 })
  const title = await pool().query<{ title: string; name: string }>('select title, name from curricula limit 1')
  expect(title.rows[0]?.name).toBe('starter')
  await pool().query(`update curricula set title = 'Starter'`)
  for (const [index, { id, seed }] of runs.entries()) {
    const own = drawn[index]
    if (!own) continue
    const number = (value: number | null) => (value === null ? null : String(value))
    await pool().query(
      `update runs set name = $2, status = $3::run_status, tags = $4, notes = $5, latest_reward = $6,
         latest_accuracy = $7, test_turn = $8, test_task = $9, ood_turn = $10, stage_index = $11, training_step = $12,
         created_at = $13, started_at = $14, ended_at = $15, kind = $16, archived_at = $17,
         health = $18, heartbeat_at = $19 where id = $1`,
      [
        ...[id, own.name, own.status, own.tags, own.notes, number(own.reward), number(own.accuracy), number(own.test)],
        ...[number(own.testTask), number(own.ood), own.stage, own.step, own.launched, own.started, own.ended, own.kind],
        ...[own.archived ? now : null, own.health, own.heartbeat],
      ],
    )
    rows.push(meaning(id, seed, request.key, own))
  }
})

async function find(text: string): Promise<number[]> {
  const { node: filter, problem } = parseFilter(text, runFields)
  expect(problem).toBeNull()
  const found = await listRunRows({ filter, sort: 'newest', reverse: true, after: null, limit: count + 1, now })
  return found.map(({ id }) => id)
}

describe('a filter in the database', () => {
  it('knows where every field is stored', () => {
    expect(Object.keys(runColumns.fields).sort()).toEqual(runFields.fields.map(({ name }) => name).sort())
  })

  it('finds what the language means, whatever the filter and the rows', async () => {
    let partly = 0
    const filter = arbitraryFilter(runFields, { text, number: fc.integer({ min: -1, max: 8 }) })
    await fc.assert(
      fc.asyncProperty(filter, async (node) => {
        const shown = rows.filter((own) => mentionsField(node, 'archived') || own.field('archived') === 'no')
        const expected = shown.filter((own) => evaluateFilter(node, own, now)).map(({ id }) => id)
        expect(await find(formatFilter(node, runFields))).toEqual(expected)
        if (expected.length > 0 && expected.length < shown.length) partly += 1
      }),
      { numRuns: 400 },
    )
    // Filters that find everything or nothing would prove little.
    expect(partly).toBeGreaterThan(100)
  }, 120_000)

  it('compares shares as they are stored, so that 45 % is at least 45 %', async () => {
    const id = rows[0]?.id ?? 0
    await pool().query(`update runs set test_turn = 0.45, ood_turn = 0.38, archived_at = null where id = $1`, [id])
    expect(await find(`id = ${id} test >= 45 % test <= 0.45 ood = 38 %`)).toEqual([id])
    expect(await find(`id = ${id} test > 45 %`)).toEqual([])
  })

  it('takes text for nothing but text', async () => {
    expect(await find(`name = "'; drop table runs; --"`)).toEqual([])
    expect(await find('tag: "%" or "\\\\"').then((ids) => ids.length)).toBeGreaterThan(0)
  })
})
