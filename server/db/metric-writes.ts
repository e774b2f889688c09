import pg from 'pg'
import { pointBuckets, type SeriesPoint } from '@/server/core/metrics/point-buckets'
import { arrayText } from './array-text'
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
  const placed = points.map(({ name, ...rest }) => {
    const series = seriesIds.get(name)
    if (series === undefined) throw new Error(`the series ${name} of attempt ${attemptId} was not stored`)
    return { series, ...rest }
  })
  await sql.query({ name: 'drop-outlines', text: dropOutlinesSql, values: [attemptId] })
  const allNew = await insertPoints(sql, placed)
  const buckets = [...pointBuckets(placed, 64), ...pointBuckets(placed, 4096)]
  await recomputeBuckets(sql, allNew ? await addToBuckets(sql, buckets) : buckets)
}

/** From so many points on it is worth trying first whether all of them are new. */
const many = 50

/**
 * True when none of the points was there before. Nearly always none was: to store many without looking for each of them
 * first takes little more than half the time.
 */
async function insertPoints(sql: pg.PoolClient, points: readonly SeriesPoint[]): Promise<boolean> {
  const values = [
    arrayText(points.map(({ series }) => series)),
    arrayText(points.map(({ step }) => step)),
    arrayText(points.map(({ at }) => at)),
    arrayText(points.map(({ value }) => value)),
  ]
  if (points.length >= many) {
    await sql.query('savepoint points')
    try {
      await sql.query({ name: 'insert-new-points', text: insertPointsSql, values })
      return true
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      await sql.query('rollback to savepoint points')
    }
  }
  const text = `${insertPointsSql} on conflict do nothing`
  const inserted = await sql.query({ name: 'insert-points', text, values })
  return inserted.rowCount === points.length
}

const isUniqueViolation = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '23505'

async function seriesOf(
  sql: pg.PoolClient,
  attemptId: number,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const select = 'select id, name from metric_series where attempt_id = $1 and name = any($2) for key share'
  const known = await sql.query<{ id: number; name: string }>(select, [attemptId, names])
  if (known.rows.length === names.length) return new Map(known.rows.map(({ id, name }) => [name, id]))
  const insert = 'insert into metric_series (attempt_id, name) select $1, unnest($2::text[]) on conflict do nothing'
  await sql.query(insert, [attemptId, names])
  const all = await sql.query<{ id: number; name: string }>(select, [attemptId, names])
  return new Map(all.rows.map(({ id, name }) => [name, id]))
}

/** What was made of the run's points when it had ended (series-outlines) holds no longer. */
const dropOutlinesSql = 'delete from run_outlines where run_id = (select run_id from run_attempts where id = $1)'

const insertPointsSql = `
  insert into metric_points (series_id, step, at, value)
  select * from unnest($1::int[], $2::int[], $3::bigint[], $4::float8[])`
