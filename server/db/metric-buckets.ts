import type pg from 'pg'
import type { PointBucket } from '@/server/core/metrics/point-buckets'
import { floatArray, intArray } from './binary-array'

/**
 * Adds what is new to the buckets; returns those of which it cannot be said which value is the last now, because what
 * was there ends at the same step.
 */
export async function addToBuckets(
  sql: pg.PoolClient,
  buckets: readonly PointBucket[],
): Promise<readonly PointBucket[]> {
  const { rows } = await sql.query<Pick<PointBucket, 'series' | 'width' | 'bucket'>>({
    name: 'add-to-buckets',
    text: addToBucketsSql,
    values: [
      intArray(buckets.map(({ series }) => series)),
      intArray(buckets.map(({ width }) => width)),
      intArray(buckets.map(({ bucket }) => bucket)),
      intArray(buckets.map(({ count }) => count)),
      intArray(buckets.map(({ nonFinite }) => nonFinite)),
      floatArray(buckets.map(({ min }) => min)),
      floatArray(buckets.map(({ max }) => max)),
      floatArray(buckets.map(({ last }) => last)),
      intArray(buckets.map(({ lastStep }) => lastStep)),
    ],
  })
  if (rows.length === buckets.length) return []
  const added = new Set(rows.map(placeOf))
  return buckets.filter((bucket) => !added.has(placeOf(bucket)))
}

const placeOf = ({ series, width, bucket }: Pick<PointBucket, 'series' | 'width' | 'bucket'>): string =>
  `${series} ${width} ${bucket}`

/** Computes buckets anew from all that is stored, coarse ones from fine ones. */
export async function recomputeBuckets(sql: pg.PoolClient, buckets: readonly PointBucket[]): Promise<void> {
  const levels = [
    { width: 64, name: 'fine-buckets', text: fineBucketsSql },
    { width: 4096, name: 'coarse-buckets', text: coarseBucketsSql },
  ]
  for (const { width, name, text } of levels) {
    const stale = buckets.filter((bucket) => bucket.width === width)
    const values = [stale.map(({ series }) => series), stale.map(({ bucket }) => bucket)]
    if (stale.length > 0) await sql.query({ name, text, values })
  }
}

const addToBucketsSql = `
  insert into metric_buckets as b (series_id, width, bucket, count, non_finite, min, max, last, last_step)
  select * from unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::float8[], $7::float8[], $8::float8[],
    $9::int[])
  on conflict (series_id, width, bucket) do update set
    count = b.count + excluded.count, non_finite = b.non_finite + excluded.non_finite,
    min = least(b.min, excluded.min), max = greatest(b.max, excluded.max),
    last = case when excluded.last_step > b.last_step then excluded.last else b.last end,
    last_step = greatest(b.last_step, excluded.last_step)
  where b.last_step <> excluded.last_step
  returning series_id as series, width, bucket`

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
