import type { Sql } from './transaction'

/** A series of a run, with the attempt that writes it and the last step of it that counts. */
export interface SeriesPlace {
  readonly id: number
  readonly name: string
  readonly epoch: number
  readonly until: number
}

export async function seriesOfRun(sql: Sql, runId: number): Promise<SeriesPlace[]> {
  const { rows } = await sql.query<SeriesPlace>(
    `select s.id, s.name, a.epoch, coalesce(a.superseded_after, 2147483647) as until
       from run_attempts a join metric_series s on s.attempt_id = a.id where a.run_id = $1`,
    [runId],
  )
  return rows
}

export interface StoredPoint {
  readonly series: number
  readonly step: number
  readonly at: number
  readonly value: number
}

interface PointRange {
  readonly after: number
  readonly until: number
  /** Most points of each series after `after`. */
  readonly most: number
  /** So many of each series before, so that rules can look back. */
  readonly before: number
}

/** Points of the series in the range and the newest ones before it; both are read by the primary key, never a series whole. */
export async function readPoints(sql: Sql, series: readonly SeriesPlace[], range: PointRange): Promise<StoredPoint[]> {
  if (series.length === 0) return []
  const { rows } = await sql.query<StoredPoint>(
    `select s.id as series, p.step, p.at::float8 as at, p.value::float8 as value
       from unnest($1::int[], $2::int[]) as s(id, until)
       cross join lateral (
         (select step, at, value from metric_points
           where series_id = s.id and step > $3 and step <= least($4, s.until) order by step limit $5)
         union all
         (select step, at, value from metric_points
           where series_id = s.id and step <= least($3, s.until) order by step desc limit $6)
       ) p`,
    [series.map(({ id }) => id), series.map(({ until }) => until), range.after, range.until, range.most, range.before],
  )
  return rows
}
