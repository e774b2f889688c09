import { beforeAll, describe, expect, it } from 'vitest'
import { pool } from '@/server/db/client'
import { measuredRun } from '@/server/services/leaderboard/testing/measured-run'
import { leaderboard } from './leaderboard'

const all = () => true
const none = () => false

let good: number
let bad: number

beforeAll(async () => {
  bad = await measuredRun('bad', none, all)
  good = await measuredRun('good', all, none)
  await measuredRun('only begun', all, all, 'untrained')
  const archived = await measuredRun('archived', all, all)
  await pool().query('update runs set archived_at = now() where id = $1', [archived])
})

describe('the leaderboard', () => {
  it('ranks runs with a final evaluation on the test tasks, best first', async () => {
    const { boards } = await leaderboard()
    expect(boards.map(({ suite }) => suite)).toEqual(['small'])
    expect(boards[0]?.rows.map(({ run, inside }) => [run.id, inside.turn.value])).toEqual([
      [good, 1],
      [bad, 0],
    ])
  })
  it('says at which step its episodes were played, and how often each task was', async () => {
    const [row] = (await leaderboard()).boards[0]?.rows ?? []
    expect([row?.inside, ...(row?.outside ?? [])].map((score) => [score?.step, score?.repeats])).toEqual([
      [16, 1],
      [16, 1],
    ])
  })
  it('shows out of distribution beside it, with the gap', async () => {
    const [best, worst] = (await leaderboard()).boards[0]?.rows ?? []
    expect(best?.outside.map(({ suite, turn }) => [suite, turn.value])).toEqual([['small-ood', 0]])
    expect([best?.gap?.value, worst?.gap?.value]).toEqual([1, -1])
  })
  it('has the way of a run from checkpoint to checkpoint, where both sides were measured', async () => {
    await pool().query(
      `insert into evaluations (run_id, attempt_id, point, step, suite_id, partition, profile, evaluation_hash,
         task_count, turn_count, turn, turn_low, turn_high, task, task_low, task_high, well_formed, irrelevance,
         gap, gap_low, gap_high, by_split)
       select run_id, attempt_id, m.point, m.step, suite_id, partition, profile, evaluation_hash, task_count, turn_count,
              m.turn, 0, 1, task, task_low, task_high, well_formed, irrelevance, m.gap, -1, 1, by_split
         from evaluations, (values ('untrained', 0, 0.25, -0.25), ('stage-0', 4, 0.5, null)) m(point, step, turn, gap)
        where run_id = $1 and evaluations.point = 'final'
          and suite_id in (select id from suites where name = 'small')`,
      [good],
    )
    const rows = (await leaderboard()).boards[0]?.rows ?? []
    expect(rows.map(({ path }) => path.map(({ label, step, turn, gap }) => [label, step, turn, gap]))).toEqual([
      [
        ['untrained', 0, 0.25, -0.25],
        ['final', 16, 1, 1],
      ],
      [['final', 16, 0, -1]],
    ])
  })
  it('says with what a run was trained', async () => {
    const [row] = (await leaderboard()).boards[0]?.rows ?? []
    expect(row).toMatchObject({ hints: 'built-in 1', reward: 'stage', credit: 'tree', differsOn: [] })
  })
  it('says on which suites a row was measured with another environment', async () => {
    const differing = async () =>
      ((await leaderboard()).boards[0]?.rows ?? []).map(({ run, differsOn }) => [run.id, differsOn])
    const change = `update evaluations set evaluation_hash = 'another' where run_id = $1`
    await pool().query(`${change} and suite_id in (select id from suites where name = 'small-ood')`, [bad])
    expect(await differing()).toEqual([
      [good, []],
      [bad, ['small-ood']],
    ])
    await pool().query(change, [bad])
    expect(await differing()).toEqual([
      [good, []],
      [bad, ['small', 'small-ood']],
    ])
  })
  it('keeps published scores apart from what was measured', async () => {
    const { boards, published } = await leaderboard()
    expect(published.length).toBeGreaterThan(0)
    const models = new Set(published.map(({ model }) => model))
    expect(boards.flatMap(({ rows }) => rows).some(({ run }) => models.has(run.name))).toBe(false)
  })
})

describe('the leaderboard’s filter', () => {
  const found = async (filter: string) => {
    const { boards, published, problem } = await leaderboard({ filter })
    const rows = boards.flatMap(({ rows }) => rows)
    return { ids: rows.map(({ run }) => run.id), published: published.length, problem, rows }
  }
  it('finds rows by name, score, suite, tag and number of tasks', async () => {
    await pool().query(`update runs set tags = '{ablation}' where id = $1`, [bad])
    const wanted = ['name : goo', 'test > 50 %', 'suite = small and gap > 0', 'tag = none and kind = run', 'good']
    for (const filter of wanted) expect((await found(filter)).ids, filter).toEqual([good])
    expect((await found('tag = ablation')).ids).toEqual([bad])
    expect((await found('tasks >= 4')).ids).toEqual([good, bad])
    expect((await found('tasks >= 5')).ids).toEqual([])
    expect((await found(`#${bad} or id = ${good}`)).ids).toEqual([good, bad])
  })
  it('keeps only comparable rows when asked to, and ranks and warns among those that it finds', async () => {
    const { rows } = await found('comparable = yes')
    expect(rows.map(({ run, rank, differsOn }) => [run.id, rank, differsOn])).toEqual([[good, 1, []]])
    const others = (await found('comparable = no')).rows
    expect(others.map(({ run, rank, differsOn }) => [run.id, rank, differsOn])).toEqual([[bad, 1, []]])
    expect((await found('hash = another')).ids).toEqual([bad])
  })
  it('knows published rows as such', async () => {
    const all = (await found('')).published
    expect(await found('kind = published')).toMatchObject({ ids: [], published: all })
    expect((await found('kind != published')).published).toBe(0)
    const some = (await found('kind = published and method = environment-tuning')).published
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(all)
  })
  it('says what is wrong with it, and finds nothing then', async () => {
    const { problem, ids, published } = await found('tasks > many')
    expect(problem).toMatchObject({ from: 8, to: 12 })
    expect([ids, published]).toEqual([[], 0])
  })
  it('offers values that occur', async () => {
    const { values, isEmpty } = await leaderboard({ filter: 'name = nobody' })
    expect(values.tag).toEqual(['ablation'])
    expect(values.suite).toEqual(expect.arrayContaining(['small', 'small-ood', 'ACEBench agent']))
    expect(values.hash).toContain('another')
    expect(isEmpty).toBe(false)
  })
})
