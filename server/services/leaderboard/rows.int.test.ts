import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@/server/app-error'
import { pool } from '@/server/db/client'
import { compareRows } from './compare-rows'
import { repeatedRows } from './repeated-rows'
import { measuredRun } from './testing/measured-run'

const all = () => true
const none = () => false
let solved: string
let wise: number
let dull: number

beforeAll(async () => {
  wise = await measuredRun('wise', all, none)
  const { rows } = await pool().query<{ key: string }>(
    `select t.key from tasks t join suites s on s.id = t.suite_id
      where s.name = 'small' and t.partition = 'test' order by t.position limit 1`,
  )
  solved = rows[0]?.key ?? ''
  dull = await measuredRun('dull', ({ key }) => key === solved, all)
})

const compare = () => compareRows({ a: wise, b: dull })

describe('two rows of the leaderboard', () => {
  it('are tested suite by suite, in distribution first, with what the tests are called', async () => {
    const { tests } = await compare()
    expect(tests.map(({ suite, measure, test, tasks }) => [suite, measure, test, tasks])).toEqual([
      ['small', 'tasks', 'exact McNemar', 4],
      ['small', 'turns', 'sign flip over dialogues', 4],
      ['small-ood', 'tasks', 'exact McNemar', 2],
      ['small-ood', 'turns', 'sign flip over dialogues', 2],
    ])
    const [inside, , outside] = tests
    expect([inside?.pValue, outside?.pValue]).toEqual([expect.closeTo(0.25), expect.closeTo(0.5)])
    expect(inside).toMatchObject({ first: 1, second: 0.25, better: 3, worse: 0, adjusted: 1 })
    expect(outside).toMatchObject({ first: 0, second: 1, better: 0, worse: 2, difference: -1 })
  })
  it('show the tasks that moved, with the step whose episodes tell why', async () => {
    const [inside, outside] = (await compare()).suites
    expect(inside).toMatchObject({ name: 'small', tasks: 4, gained: [], first: { step: 16, repeats: 1 } })
    expect(inside?.lost.map(({ first, second }) => [first.solved, second.solved])).toEqual(Array(3).fill([1, 0]))
    expect(inside?.lost.map(({ task }) => task)).not.toContain(solved)
    expect([outside?.lost.length, outside?.gained.length]).toEqual([0, 2])
    expect(outside?.outOfDistribution).toBe(true)
  })
  it('say where they were not measured in the same environment', async () => {
    expect((await compare()).suites.map(({ differs }) => differs)).toEqual([null, null])
    const change = `update evaluations set evaluation_hash = $2 where run_id = $1 and point = 'final'`
    await pool().query(`${change} and suite_id in (select id from suites where name = 'small-ood')`, [dull, 'another'])
    expect((await compare()).suites.map(({ differs }) => differs)).toEqual([null, 'environment'])
  })
  it('come out the same whenever they are asked for', async () => {
    expect(await compare()).toEqual(await compare())
  })
  it('have to be two, and to be evaluated', async () => {
    const code = (a: number, b: number) =>
      compareRows({ a, b }).then(
        () => null,
        (error: unknown) => (error instanceof AppError ? error.code : error),
      )
    const begun = await measuredRun('only begun', all, all, 'untrained')
    expect(await Promise.all([code(wise, wise), code(wise, 99_999), code(begun, wise)])).toEqual([
      'BAD_INPUT',
      'NOT_FOUND',
      'NOT_FOUND',
    ])
  })
})

describe('rows with several repeats', () => {
  it('say what k attempts achieve, at which temperature', async () => {
    expect(await repeatedRows()).toEqual([])
    await repeat(dull, 'small')
    const [row, ...more] = await repeatedRows()
    expect(more).toEqual([])
    expect(row).toMatchObject({ run: { id: dull, name: 'dull' }, board: 'small', suite: 'small', tasks: 4, repeats: 2 })
    // One task was solved twice, three once of two times.
    expect(row?.curve.map(({ k, any, all: every }) => [k, any.value, every.value])).toEqual([[2, 1, 0.25]])
    expect(row?.temperature).toBe(0.7)
  })
  it('are tested for solved tasks by their first repeat and by all of them', async () => {
    const { tests, suites } = await compare()
    const own = tests.filter(({ suite, measure }) => suite === 'small' && measure !== 'turns')
    expect(own.map(({ measure, second }) => [measure, second])).toEqual([
      ['tasks', 0.25],
      ['tasks, all repeats', 5 / 8],
    ])
    expect(suites[0]?.lost.map(({ second }) => second)).toEqual(Array(3).fill({ solved: 1, repeats: 2 }))
  })
})

/** Plays every task of the run's final evaluation once more, with success. */
async function repeat(run: number, suite: string) {
  const evaluation = `e.run_id = $1 and e.point = 'final' and e.suite_id in (select id from suites where name = $2)`
  await pool().query(
    `insert into evaluation_tasks
       (evaluation_id, task_id, repeat, success, turn_scores, irrelevance, steps, malformed_steps)
     select e.id, t.task_id, 1, true, array_fill(1::smallint, array[cardinality(t.turn_scores)]), false, 3, 0
       from evaluations e join evaluation_tasks t on t.evaluation_id = e.id where ${evaluation}`,
    [run, suite],
  )
  await pool().query(`update evaluations e set repeats = 2 where ${evaluation}`, [run, suite])
  await pool().query(
    `update runs set snapshot = jsonb_set(snapshot::jsonb, '{endpoint}', '{"settings":{"temperature":0.7}}') where id = $1`,
    [run],
  )
}
