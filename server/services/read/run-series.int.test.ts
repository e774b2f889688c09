import { beforeAll, describe, expect, it } from 'vitest'
import { unpackSeries } from '@/server/core/metrics/packed-series'
import { pool } from '@/server/db/client'
import { type MetricPointInput, writePoints } from '@/server/db/metric-writes'
import { inTransaction } from '@/server/db/transaction'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { mostPoints, runSeries } from './run-series'

const points = (name: string, from: number, to: number, value: (step: number) => number): MetricPointInput[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    ...{ name, step: from + index, at: 1000 + from + index },
    value: value(from + index),
  }))

const write = (attempt: number, written: readonly MetricPointInput[]) =>
  inTransaction((sql) => writePoints(sql, attempt, written))

/** A later attempt of the run: what the ones before measured after the step does not count any more. */
async function resumeAt(run: number, epoch: number, step: number): Promise<number> {
  await pool().query('update run_attempts set superseded_after = least(superseded_after, $2) where run_id = $1', [
    run,
    step,
  ])
  const inserted = await pool().query<{ id: number }>(
    `insert into run_attempts (run_id, epoch, status, worker, start_step) values ($1, $2, 'running', 'test', $3) returning id`,
    [run, epoch, step],
  )
  return inserted.rows[0]?.id ?? 0
}

type Series = Awaited<ReturnType<typeof runSeries>>
const only = ({ series: [first] }: Series) => (first ? unpackSeries(first).points : [])
const steps = (series: Series) => only(series).map(({ step }) => step)
const values = (series: Series) => only(series).map(({ value }) => value)

describe('the series of a run', () => {
  let run: number
  beforeAll(async () => {
    const claim = await claimSmallRun()
    run = claim.runId
    await write(
      claim.attemptId,
      points('reward/mean', 1, 20, (step) => step / 100),
    )
    await write(claim.attemptId, [
      { name: 'kl', step: 3, at: 1, value: Number.NaN },
      { name: 'kl', step: 4, at: 1, value: Infinity },
      { name: 'kl', step: 5, at: 1, value: 0.25 },
    ])
    const second = await resumeAt(run, 2, 10)
    await write(
      second,
      points('reward/mean', 10, 15, (step) => -step),
    )
  })

  it('leave out what a later attempt superseded and have one point a step, the newest', async () => {
    const series = await runSeries({ run, names: ['reward/mean'] })
    expect(steps(series)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
    expect(values(series).slice(8)).toEqual([0.09, -10, -11, -12, -13, -14, -15])
    expect([series.width, series.last]).toEqual([1, 15])
  })
  it('give a page that has the first points only what is new', async () => {
    const series = await runSeries({ run, names: ['reward/mean'], after: 12 })
    expect([steps(series), series.last]).toEqual([[13, 14, 15], 15])
    const none = await runSeries({ run, after: 15 })
    expect([none.series, none.last]).toEqual([[], 15])
  })
  it('keep NaN and infinities as what they are', async () => {
    expect(values(await runSeries({ run, names: ['kl'] }))).toEqual([Number.NaN, Infinity, 0.25])
  })
  it('are all of the run’s when no names are asked for', async () => {
    expect((await runSeries({ run })).series.map(({ name }) => name)).toEqual(['kl', 'reward/mean'])
  })
  it('of a run that does not exist are none', async () => {
    expect((await runSeries({ run: 999_999 })).series).toEqual([])
  })
})

describe('a long series', () => {
  const last = mostPoints + 1000
  let run: number
  beforeAll(async () => {
    const claim = await claimSmallRun()
    run = claim.runId
    await write(
      claim.attemptId,
      points('loss', 0, last, (step) => (step === 700 ? 99 : step)),
    )
    await write(
      claim.attemptId,
      points('rare', 0, 3, () => 1),
    )
  })

  it('is drawn from buckets that keep their extremes', async () => {
    const series = await runSeries({ run, names: ['loss'] })
    expect(series.width).toBe(64)
    expect(only(series)).toHaveLength(Math.floor(last / 64) + 1)
    expect(only(series)[10]).toEqual({ step: 703, value: 703, min: 99, max: 703, nonFinite: 0 })
    expect(only(series).at(-1)).toMatchObject({ step: last, value: last })
  })
  it('is put together to any width, its extremes and what is not finite kept', async () => {
    await write(
      (await pool().query<{ id: number }>('select id from run_attempts where run_id = $1', [run])).rows[0]?.id ?? 0,
      [{ name: 'loss', step: 130, at: 1, value: Number.NaN }],
    )
    const series = await runSeries({ run, names: ['loss'], width: 256 })
    expect(steps(series).slice(0, 3)).toEqual([255, 511, 767])
    expect(
      only(series)
        .slice(0, 3)
        .map(({ min, max, nonFinite }) => [min, max, nonFinite]),
    ).toEqual([
      [0, 255, 1],
      [256, 511, 0],
      [99, 767, 0],
    ])
  })
  it('is followed at the width that a page has, even where few points are new', async () => {
    const series = await runSeries({ run, names: ['loss'], after: last - 50, width: 64 })
    expect([series.width, steps(series)]).toEqual([64, [last]])
    const coarse = await runSeries({ run, names: ['loss'], after: last - 50, width: 1024 })
    expect(only(coarse)).toEqual([{ step: last, value: last, min: 2048, max: last, nonFinite: 0 }])
  })
  it('is shown in full where the view is narrow', async () => {
    const series = await runSeries({ run, names: ['loss'], after: 99, until: 199 })
    expect([series.width, only(series).length, steps(series)[0]]).toEqual([1, 100, 100])
  })
  it('is not made coarse by what is not asked for', async () => {
    expect((await runSeries({ run, names: ['rare'] })).width).toBe(1)
  })
  it('loses nothing of a bucket that an attempt’s end cuts through', async () => {
    const second = await resumeAt(run, 2, 1000)
    await write(
      second,
      points('loss', 1001, 1100, () => 5),
    )
    const series = await runSeries({ run, names: ['loss'], width: 64 })
    expect(steps(series).slice(-4)).toEqual([959, 1023, 1087, 1100])
    expect(only(series).find(({ step }) => step === 1023)).toEqual({
      ...{ step: 1023, value: 5, min: 5, max: 1000, nonFinite: 0 },
    })
    expect(values(series).slice(-3)).toEqual([5, 5, 5])
  })
})
