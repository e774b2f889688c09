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
