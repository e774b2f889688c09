import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { pool } from './client'
import { type MetricPointInput, writePoints } from './metric-writes'
import { inTransaction } from './transaction'

const points = [1, 2, 3].map((step) => ({ name: 'loss', step, at: step, value: 1 / step }))
const countPoints = async (attemptId: number) =>
  (
    await pool().query<{ points: number }>(
      `select count(*)::int as points from metric_points
        where series_id in (select id from metric_series where attempt_id = $1) or not exists
          (select 1 from metric_series s where s.id = series_id)`,
      [attemptId],
    )
  ).rows[0]?.points

describe('points of a series', () => {
  it('keep it from being deleted while they are written, and go with it afterwards', async () => {
    const { runId, attemptId } = await claimSmallRun()
    await inTransaction((sql) => writePoints(sql, attemptId, points))
    expect(await countPoints(attemptId)).toBe(3)
    await inTransaction(async (sql) => {
      await writePoints(sql, attemptId, points)
      const elsewhere = inTransaction(async (other) => {
        await other.query(`set local lock_timeout = '200ms'`)
        await other.query('delete from metric_series where attempt_id = $1', [attemptId])
      })
      await expect(elsewhere).rejects.toMatchObject({ code: '55P03' })
    })
    await pool().query('delete from runs where id = $1', [runId])
    expect(await countPoints(attemptId)).toBe(0)
  })

  it('leave buckets that are what all stored points say, whatever comes twice, late or at one step', async () => {
    const value = fc.constantFrom(0.5, 2, -3, Number.NaN, Number.POSITIVE_INFINITY)
    const point: fc.Arbitrary<MetricPointInput> = fc.record({
      name: fc.constantFrom('loss', 'kl'),
      step: fc.constantFrom(0, 1, 63, 64, 4095, 4096),
      at: fc.integer({ min: 1, max: 3 }),
      value,
    })
    const fresh = fc.integer({ min: 1, max: 60 }).map((length) => ({ length }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.array(point, { maxLength: 8 }), fresh), { maxLength: 6 }),
        async (batches) => {
          const { runId, attemptId } = await claimSmallRun()
          for (const [index, batch] of batches.entries()) {
            const points = Array.isArray(batch) ? batch : ascending(index, batch.length)
            await inTransaction((sql) => writePoints(sql, attemptId, points))
          }
          expect(await storedBuckets(attemptId)).toEqual(await bucketsFromPoints(attemptId))
          await pool().query('delete from runs where id = $1', [runId])
        },
      ),
      { numRuns: 15, seed: 1, examples: [[[{ length: 60 }, { length: 60 }, { length: 60 }]]] },
    )
  })
})

/** A long batch, as a trainer sends them again: the last points of one are the first of the next. */
const ascending = (batch: number, length: number): MetricPointInput[] =>
  Array.from({ length }, (_, index) => batch * 50 + index).map((step) => ({
    name: 'loss',
    step,
    at: 5,
    value: step / 4,
  }))

async function storedBuckets(attemptId: number) {
  const { rows } = await pool().query(
    `select b.* from metric_buckets b join metric_series s on s.id = b.series_id where s.attempt_id = $1 order by 1, 2, 3`,
    [attemptId],
  )
  return rows
}

async function bucketsFromPoints(attemptId: number) {
  const { rows } = await pool().query(
    `select p.series_id, w.width, p.step / w.width as bucket, count(*)::int as count,
            count(*) filter (where not f.finite)::int as non_finite, min(p.value) filter (where f.finite) as min,
            max(p.value) filter (where f.finite) as max,
            (array_agg(p.value order by p.step desc, p.at desc, p.value desc))[1] as last, max(p.step) as last_step
       from metric_points p join metric_series s on s.id = p.series_id
       cross join (values (64), (4096)) as w(width)
       cross join lateral (select p.value not in ('NaN', 'Infinity', '-Infinity') as finite) f
      where s.attempt_id = $1 group by 1, 2, 3 order by 1, 2, 3`,
    [attemptId],
  )
  return rows
}
