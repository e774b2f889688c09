import { beforeAll, describe, expect, it } from 'vitest'
import { pool } from '@/server/db/client'
import { type MetricPointInput, writePoints } from '@/server/db/metric-writes'
import { supersedeAfter } from '@/server/db/supersede'
import { inTransaction } from '@/server/db/transaction'
import { tagRuns } from '../runs/tag-runs'
import { compareSeries } from './compare-series'
import { outlineRun } from './outline-run'
import { evaluatedRuns } from './testing/evaluated-runs'

const names = ['reward/mean', 'short', 'long']
let runs: { runId: number; attemptId: number }[]

const points = (name: string, steps: number, from = 0): MetricPointInput[] =>
  Array.from({ length: steps }, (_, index) => {
    const step = from + index
    return { name, step, at: step, value: step % 97 === 0 ? Number.NaN : Math.sin(step) }
  })

const write = (attempt: number, own: readonly MetricPointInput[]) =>
  inTransaction((sql) => writePoints(sql, attempt, own))

async function outlineAll(): Promise<number> {
  let outlined = 0
  while (await outlineRun()) outlined += 1
  return outlined
}

beforeAll(async () => {
  runs = await evaluatedRuns({ name: 'outlined', augmentation: null, seeds: [0, 1, 2], solves: () => true })
  const [first, second, third] = runs
  await write(first?.attemptId ?? 0, [...points('short', 150), ...points('long', 40_000)])
  // a second attempt goes on from step 1000 of the first, whose later points count no more
  await write(second?.attemptId ?? 0, points('long', 3000))
  await pool().query('update run_attempts set superseded_after = 1000 where id = $1', [second?.attemptId])
  const { rows } = await pool().query<{ id: number }>(
    `insert into run_attempts (run_id, epoch, status, worker) values ($1, 7, 'done', 'test') returning id`,
    [second?.runId],
  )
  await write(rows[0]?.id ?? 0, points('long', 500, 1001))
  await write(third?.attemptId ?? 0, points('short', 30, 5))
  await pool().query(`update runs set status = 'finished'`)
})

const compare = (range: { after?: number; until?: number } = {}, chosen = runs) =>
  compareSeries({ runs: chosen.map(({ runId }) => runId), names, ...range })

describe('series of runs that have ended', () => {
  it('are compared by their outlines as by their points', async () => {
    const ranges = [{}, { until: 900 }, { after: 950, until: 1100 }]
    const asked = [...ranges.map((range) => () => compare(range)), ...runs.map((run) => () => compare({}, [run]))]
    const before = await Promise.all(asked.map((ask) => ask()))
    expect(await outlineAll()).toBe(runs.length)
    expect(await outlineAll()).toBe(0)
    expect(await Promise.all(asked.map((ask) => ask()))).toEqual(before)
  })

  it('are read from the outlines alone where these are fine enough', async () => {
    const before = await compare()
    expect(before.widths).toEqual({ 'reward/mean': 1, short: 1, long: 128 })
    await pool().query(`update metric_series set name = 'away ' || name where name in ('short', 'reward/mean')`)
    expect(await compare()).toEqual(before)
    await pool().query(`update metric_series set name = replace(name, 'away ', '')`)
  })

  it('are read as they are once points were written, until the run is outlined anew', async () => {
    const [{ runId, attemptId } = { runId: 0, attemptId: 0 }] = runs
    const last = async () =>
      (await compare()).lines.find(({ run, name }) => run === runId && name === 'short')?.steps.at(-1)
    await write(attemptId, points('short', 20, 150))
    expect(await last()).toBe(169)
    expect(await outlineAll()).toBe(1)
    expect(await last()).toBe(169)
  })

  it('are not outlined anew when tags or notes of the run change', async () => {
    await tagRuns({ runs: [runs[0]?.runId ?? 0], add: ['seen'], remove: [] })
    expect(await outlineAll()).toBe(0)
  })

  it('are read as they are once points are superseded', async () => {
    const [{ runId } = { runId: 0 }] = runs
    await inTransaction((sql) => supersedeAfter(sql, runId, { stage: 0, step: 99, lastEpisodeId: 0n }))
    const { lines } = await compare({}, runs.slice(0, 1))
    expect(lines.map(({ name, steps }) => [name, steps.at(-1)])).toEqual([
      ['long', 99],
      ['reward/mean', 5],
      ['short', 99],
    ])
  })

  it('are not outlined while the run goes on', async () => {
    const [{ runId } = { runId: 0 }] = runs
    await pool().query(`update runs set status = 'running' where id = $1`, [runId])
    expect(await outlineAll()).toBe(0)
  })
})
