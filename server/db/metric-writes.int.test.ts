import { describe, expect, it } from 'vitest'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { pool } from './client'
import { writePoints } from './metric-writes'
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
})
