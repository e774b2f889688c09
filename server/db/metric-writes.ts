import type pg from 'pg'
import { pointBuckets, type SeriesPoint } from '@/server/core/metrics/point-buckets'
import { bigintArray, floatArray, intArray } from './binary-array'
import { addToBuckets, recomputeBuckets } from './metric-buckets'

/** One value of a named series. */
export interface MetricPointInput {
  readonly name: string
  readonly step: number
  /** Milliseconds since the epoch. */
  readonly at: number
  /** NaN and infinities are kept. */
  readonly value: number
}

/**
 * Writes points, each once, and brings the buckets that they fall into up to date: both are seen together or not at all.
 * The series are locked against being deleted meanwhile: the points themselves are not checked one by one.
 */
export async function writePoints(
  sql: pg.PoolClient,
  attemptId: number,
  points: readonly MetricPointInput[],
): Promise<void> {
  if (points.length === 0) return
  const seriesIds = await seriesOf(sql, attemptId, [...new Set(points.map(({ name }) => name))])
  const placed = bySeries(points, seriesIds)
  const allNew = await insertPoints(sql, attemptId, placed)
  const buckets = [...pointBuckets(placed, 64), ...pointBuckets(placed, 4096)]
  await recomputeBuckets(sql, allNew ? await addToBuckets(sql, buckets) : buckets)
}

/** One series after the other: neighbours lie together in the index. */
function bySeries(points: readonly MetricPointInput[], ids: ReadonlyMap<string, number>): SeriesPoint[] {
  const groups = new Map([...ids].map(([name, series]) => [name, { series, points: [] as SeriesPoint[] }]))
  for (const { name, step, at, value } of points) {
    const group = groups.get(name)
    if (!group) throw new Error(`the series ${name} was not stored`)
    group.points.push({ series: group.series, step, at, value })
  }
  return [...groups.values()].flatMap((group) => group.points)
}

/** True when none of the points was there before. */
async function insertPoints(sql: pg.PoolClient, attemptId: number, points: readonly SeriesPoint[]): Promise<boolean> {
  const inserted = await sql.query<{ all_new: boolean }>({
    name: 'insert-points',
    text: insertPointsSql,
    values: [
      attemptId,
      intArray(points.map(({ series }) => series)),
      intArray(points.map(({ step }) => step)),
      bigintArray(points.map(({ at }) => at)),
      floatArray(points.map(({ value }) => value)),
    ],
  })
  return inserted.rows[0]?.all_new === true
}

async function seriesOf(
  sql: pg.PoolClient,
  attemptId: number,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const select = 'select id, name from metric_series where attempt_id = $1 and name = any($2) for key share'
  const known = await sql.query<{ id: number; name: string }>({
    name: 'series-of',
    text: select,
    values: [attemptId, names],
  })
  if (known.rows.length === names.length) return new Map(known.rows.map(({ id, name }) => [name, id]))
  const insert = 'insert into metric_series (attempt_id, name) select $1, unnest($2::text[]) on conflict do nothing'
  await sql.query(insert, [attemptId, names])
  const all = await sql.query<{ id: number; name: string }>(select, [attemptId, names])
  return new Map(all.rows.map(({ id, name }) => [name, id]))
}

/** What was made of the run's points when it had ended (series-outlines) holds no longer. */
const insertPointsSql = `
  with outlines as (delete from run_outlines where run_id = (select run_id from run_attempts where id = $1))
  select insert_metric_points($2::int[], $3::int[], $4::bigint[], $5::float8[]) as all_new`
