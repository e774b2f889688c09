import { beforeAll, describe, expect, it } from 'vitest'
import { pool } from '@/server/db/client'
import { writePoints } from '@/server/db/metric-writes'
import { inTransaction } from '@/server/db/transaction'
import { showGroup } from '@/server/services/groups/show-group'
import { launchRun } from '@/server/services/runs/launch-run'
import { smallLaunch } from '@/server/services/runs/testing/small-launch'
import { compareLedger } from './compare-ledger'
import { compareOutcomes } from './compare-outcomes'
import { compareRuns } from './compare-runs'
import { compareSeries, followCompared, widthFor } from './compare-series'
import { comparedSeriesNames } from './compared-series-names'
import { evaluatedRuns } from './testing/evaluated-runs'

let hinted: number[]
let plain: number[]
let firstAttempt: number

beforeAll(async () => {
  // The arm with hints solves the tasks that the other does not; task 0 depends on the seed.
  const first = await evaluatedRuns({
    ...{ name: 'study, with hints', augmentation: 'built-in', seeds: [0, 1] },
    solves: (seed, task) => (task === 0 ? seed === 0 : true),
  })
  const second = await evaluatedRuns({
    ...{ name: 'study, without', augmentation: null, seeds: [0, 1] },
    solves: (seed, task) => (task === 0 ? seed === 0 : task === 1),
  })
  hinted = first.map(({ runId }) => runId)
  plain = second.map(({ runId }) => runId)
  firstAttempt = first[0]?.attemptId ?? 0
})

const all = () => [...hinted, ...plain]

describe('runs side by side', () => {
  it('are put into arms by what they are called, and only what differs is listed', async () => {
    const { arms, differences, runs } = await compareRuns({ runs: all() })
    expect(runs.map(({ id }) => id)).toEqual(all())
    expect(arms.map(({ label, runs: own }) => [label, own])).toEqual([
      ['with hints', hinted],
      ['without', plain],
    ])
    const paths = differences.map(({ path }) => path)
    expect([...paths].sort()).toEqual(['augmentation', 'trainingHash'])
  })
  it('that are all called alike are told apart by their configurations', async () => {
    await pool().query(`update runs set name = 'same, seed ' || seed`)
    const { arms } = await compareRuns({ runs: all() })
    expect(arms.map(({ label }) => label)).toEqual(['hints built-in 1', 'no hints'])
    await pool().query(`update runs set name = case when augmentation_set_id is null then 'study, without' else 'study, with hints' end
      || ', seed ' || seed`)
  })
  it('of one launch are found by it; runs that do not exist are said to', async () => {
    const { rows } = await pool().query<{ key: string }>('select launch_group as key from runs where id = $1', [
      plain[0],
    ])
    const { runs, arms } = await compareRuns({ launch: rows[0]?.key ?? '' })
    expect(runs.map(({ id }) => id)).toEqual(plain)
    expect(arms.map(({ label }) => label)).toEqual(['study, without'])
    await expect(compareRuns({ runs: [999_999] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
  it('have their outcomes task by task', async () => {
    const { tasks, rows, differs } = await compareOutcomes(all())
    expect(tasks).toHaveLength(4)
    expect(rows.map(({ outcomes }) => outcomes)).toEqual(['1111', '0111', '1100', '0100'])
    expect(differs).toBe(false)
    await pool().query(`update evaluations set evaluation_hash = 'other' where run_id = $1`, [plain[0]])
    expect((await compareOutcomes(all())).differs).toBe(true)
  })
  it('without a final evaluation have none', async () => {
    expect(await compareOutcomes([999_999])).toEqual({ tasks: [], rows: [], differs: false })
  })
  it('have their hint ledgers side by side', async () => {
    const attempts = await pool().query<{ id: number }>(
      'select id from run_attempts where run_id = any($1) order by id',
      [[hinted[0], plain[0]]],
    )
    const task = await pool().query<{ id: number }>('select id from tasks limit 1')
    for (const [index, { id }] of attempts.rows.entries()) {
      await pool().query(
        `insert into tool_error_counts (attempt_id, stage, domain, tool, code, rule, task_id, failures, shown, recovered,
           recovered_when_shown) values ($1, 0, 'd', 't', 'c', 'a.rule', $2, 8, $3, 5, $3), ($1, 1, 'd', 't', 'c', '', $2, 3, 0, 1, 0)`,
        [id, task.rows[0]?.id, index === 0 ? 4 : 0],
      )
    }
    const [known, unknown] = await compareLedger([hinted[0] ?? 0, hinted[1] ?? 0, plain[0] ?? 0])
    expect(known).toEqual({
      rule: 'a.rule',
      failures: 16,
      byRun: [
        { failures: 8, shown: 4, recovered: 5, recoveredWhenShown: 4 },
        null,
        { failures: 8, shown: 0, recovered: 5, recoveredWhenShown: 0 },
      ],
    })
    expect(unknown).toMatchObject({ rule: null, failures: 6 })
  })
})

describe('series of several runs', () => {
  it('come as one line a run', async () => {
    const { lines, widths } = await compareSeries({ runs: all(), names: ['reward/mean'] })
    expect(widths).toEqual({ 'reward/mean': 1 })
    expect(lines.map(({ run, steps, values }) => [run, steps, values[0]])).toEqual(
      all().map((run, index) => [run, [1, 2, 3, 4, 5], 0.1 + (index % 2)]),
    )
  })
  it('are thinned where they are long, and leave out what was superseded', async () => {
    const long = Array.from({ length: 2000 }, (_, step) => ({ name: 'long', step, at: step, value: step }))
    await inTransaction((sql) => writePoints(sql, firstAttempt, long))
    await pool().query('update run_attempts set superseded_after = 1000 where id = $1', [firstAttempt])
    const { lines, widths } = await compareSeries({ runs: hinted, names: ['long'] })
    expect(widths).toEqual({ long: 64 })
    expect(lines.map(({ run }) => run)).toEqual(hinted.slice(0, 1))
    expect(lines[0]?.steps.slice(-2)).toEqual([959, 1000])
    expect(lines[0]?.values.slice(-2)).toEqual([959, 1000])
  })
  it('are finer where fewer of their steps are looked at', async () => {
    const { lines, widths } = await compareSeries({ runs: hinted, names: ['long'], after: 99, until: 300 })
    expect(widths).toEqual({ long: 1 })
    expect([lines[0]?.steps[0], lines[0]?.steps.at(-1), lines[0]?.steps.length]).toEqual([100, 300, 201])
    const wide = await compareSeries({ runs: hinted, names: ['long'], after: 199, until: 900 })
    expect(wide.widths).toEqual({ long: 64 })
    expect([wide.lines[0]?.steps[0], wide.lines[0]?.steps.at(-1)]).toEqual([255, 895])
  })
  it('are followed from where each run is known, with what may have come late', async () => {
    const [run = 0, other = 0] = all()
    const { lines, epochs } = await followCompared({
      runs: [
        [run, 1000],
        [other, 5],
      ],
      widths: { long: 64, 'reward/mean': 1 },
    })
    expect(epochs).toEqual({ [run]: 1, [other]: 1 })
    expect(lines.map((line) => [line.run, line.name, line.steps])).toEqual([
      [run, 'long', [959, 1000]],
      [other, 'reward/mean', [1, 2, 3, 4, 5]],
    ])
  })
  it('are found by name, those of most runs first', async () => {
    expect(await comparedSeriesNames(all())).toEqual([
      { name: 'reward/mean', runs: 4 },
      { name: 'long', runs: 1 },
    ])
  })
  it('are read at a width with which they can be drawn', () => {
    expect(widthFor([{ count: 500 }])).toBe(1)
    expect(widthFor([{ count: 1_000_000 }])).toBe(2048)
    const many = Array.from({ length: 200 }, () => ({ count: 1_000_000 }))
    expect(widthFor(many)).toBe(4096)
    expect((200 * 1_000_000) / widthFor(many)).toBeLessThan(61_000)
  })
})

describe('a group', () => {
  it('has means over the seeds of each arm', async () => {
    const { title, arms } = await showGroup({ runs: all() })
    expect(title).toBe('study')
    // Solved of four test tasks: 4 and 3 with hints, 2 and 1 without.
    expect(arms.map(({ means }) => [means.testTask?.count, means.testTask?.mean])).toEqual([
      [2, 0.875],
      [2, 0.375],
    ])
    expect(arms[0]?.means.oodTurn).toBeNull()
  })
  it('leaves a run out of the means until its final evaluation is in', async () => {
    const { runs } = await launchRun(
      await smallLaunch({ name: 'study, with hints', augmentation: 'built-in', seeds: [7] }),
    )
    const begun = runs.map(({ id }) => id)
    await pool().query('update runs set test_turn = 0, test_task = 0 where id = any($1)', [begun])
    const { arms } = await showGroup({ runs: [...all(), ...begun] })
    expect(arms.map(({ seeds, measured }) => [seeds.length, measured])).toEqual([
      [3, 2],
      [2, 2],
    ])
    expect(arms[0]?.means.testTask).toMatchObject({ count: 2, mean: 0.875 })
  })
  it('has the arms tested against each other on the same tasks, seed by seed', async () => {
    const { pairs } = await showGroup({ runs: all() })
    expect(pairs.map(({ tasksOf, measure }) => [tasksOf, measure])).toEqual([
      ['in distribution', 'turns'],
      ['in distribution', 'tasks'],
    ])
    expect(pairs[1]).toMatchObject({ tasks: 4, pairs: 8, better: 4, worse: 0, difference: 0.5 })
    expect(pairs[1]?.adjusted).toBe(pairs[1]?.pValue)
  })
  it('says the same whenever it is asked', async () => {
    expect(await showGroup({ runs: all() })).toEqual(await showGroup({ runs: all() }))
  })
})
