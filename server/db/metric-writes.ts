import type pg from 'pg'

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
 * Writes points, each once, and recomputes the buckets that they fall into: both are seen together or not at all.
 * The series are locked against being deleted meanwhile: the points themselves are not checked one by one.
 */
export async function writePoints(
  sql: pg.PoolClient,
  attemptId: number,
  points: readonly MetricPointInput[],
): Promise<void> {
  if (points.length === 0) return
  const seriesIds = await seriesOf(sql, attemptId, [...new Set(points.map(({ name }) => name))])
  const columns = [
    points.map(({ name }) => seriesIds.get(name)),
    points.map(({ step }) => step),
    points.map(({ at }) => at),
    points.map(({ value }) => value),
  ]
  await sql.query({ name: 'insert-points', text: insertPointsSql, values: columns.map(arrayText) })
  await sql.query({ name: 'fine-buckets', text: fineBucketsSql, values: bucketsOf(seriesIds, points, 64) })
  await sql.query({ name: 'coarse-buckets', text: coarseBucketsSql, values: bucketsOf(seriesIds, points, 4096) })
}

/** Numbers as an array of Postgres; the driver would quote and escape each of thousands. */
const arrayText = (numbers: readonly (number | undefined)[]): string => `{${numbers.join(',')}}`

/** Series and number of the buckets that the points fall into, each once: a batch of a thousand touches few. */
function bucketsOf(
  seriesIds: ReadonlyMap<string, number>,
  points: readonly MetricPointInput[],
  width: number,
): [series: number[], buckets: number[]] {
  const touched = new Map<string, Set<number>>()
  for (const { name, step } of points) {
    const buckets = touched.get(name) ?? new Set<number>()
    touched.set(name, buckets.add(Math.trunc(step / width)))
  }
  const pairs = [...touched].flatMap(([name, buckets]) => {
    const id = seriesIds.get(name)
    return id === undefined ? [] : [...buckets].map((bucket) => [id, bucket] as const)
  })
  return [pairs.map(([id]) => id), pairs.map(([, bucket]) => bucket)]
}

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

const insertPointsSql = `
  insert into metric_points (series_id, step, at, value)
  select * from unnest($1::int[], $2::int[], $3::bigint[], $4::float8[]) on conflict do nothing`

const finite = (value: string): string => `${value} not in ('NaN', 'Infinity', '-Infinity')`

const replace = `
  on conflict (series_id, width, bucket) do update set
    count = excluded.count, non_finite = excluded.non_finite, min = excluded.min, max = excluded.max,
    last = excluded.last, last_step = excluded.last_step`

const fineBucketsSql = `
  insert into metric_buckets (series_id, width, bucket, count, non_finite, min, max, last, last_step)
  select b.series_id, 64, b.bucket, b.count, b.non_finite, b.min, b.max, newest.value, b.last_step
  from (
    select t.series_id, t.bucket, count(*) as count, count(*) filter (where not (${finite('p.value')})) as non_finite,
      min(p.value) filter (where ${finite('p.value')}) as min, max(p.value) filter (where ${finite('p.value')}) as max,
      max(p.step) as last_step
    from unnest($1::int[], $2::int[]) as t(series_id, bucket)
    join metric_points p on p.series_id = t.series_id and p.step between t.bucket * 64 and t.bucket * 64 + 63
    group by t.series_id, t.bucket) b
  cross join lateral (
    select value from metric_points where series_id = b.series_id and step = b.last_step
    order by at desc, value desc limit 1) newest
  ${replace}`

const coarseBucketsSql = `
  insert into metric_buckets (series_id, width, bucket, count, non_finite, min, max, last, last_step)
  select t.series_id, 4096, t.bucket, sum(b.count), sum(b.non_finite), min(b.min), max(b.max),
    (array_agg(b.last order by b.last_step desc))[1], max(b.last_step)
  from unnest($1::int[], $2::int[]) as t(series_id, bucket)
  join metric_buckets b on b.series_id = t.series_id and b.width = 64
    and b.bucket between t.bucket * 64 and t.bucket * 64 + 63
  group by t.series_id, t.bucket
  ${replace}`
