import type pg from 'pg'
import { pool } from './client'
import type { ComparedLine, SeriesSize } from './compare-series'
import type { Sql } from './transaction'

/** A series of a run that has ended, in few points: the last of each stretch of `width` steps. */
export interface SeriesOutline extends SeriesSize, ComparedLine {
  readonly width: number
}

interface Outlines {
  /** Runs whose outlines are all there and hold: a series that has none does not exist. */
  readonly runs: ReadonlySet<number>
  readonly series: readonly SeriesOutline[]
}

/** The outlines of these runs that still hold: no point of the run has been written or superseded since. */
export async function readOutlines(runs: readonly number[], names: readonly string[]): Promise<Outlines> {
  const { rows } = await pool().query<{ run: number }>(
    'select run_id as run from run_outlines where run_id = any($1::int[])',
    [runs],
  )
  const known = rows.map(({ run }) => run)
  if (known.length === 0) return { runs: new Set(), series: [] }
  const series = await pool().query<SeriesOutline>(
    `select name, run_id as run, count, last_step as "lastStep", width, steps, values from series_outlines
      where name = any($1::text[]) and run_id = any($2::int[])`,
    [names, known],
  )
  return { runs: new Set(known), series: series.rows }
}

/** A run that has ended and has no outlines that hold, locked until the transaction ends; null: there is none. */
export async function takeRunToOutline(sql: pg.PoolClient): Promise<number | null> {
  const { rows } = await sql.query<{ run: number }>(
    `select r.id as run from runs r
      where r.status in ('finished', 'failed', 'stopped')
        and not exists (select from run_outlines o where o.run_id = r.id)
      order by r.id desc limit 1 for no key update of r skip locked`,
  )
  return rows[0]?.run ?? null
}

/** Replaces the outlines of a run, whose row is locked. */
export async function writeOutlines(sql: pg.PoolClient, run: number, series: readonly SeriesOutline[]): Promise<void> {
  await sql.query('delete from series_outlines where run_id = $1', [run])
  for (const { name, count, lastStep, width, steps, values } of series) {
    await sql.query(
      `insert into series_outlines (name, run_id, count, last_step, width, steps, values)
       values ($1, $2, $3, $4, $5, $6::int[], $7::float8[])`,
      [name, run, count, lastStep, width, steps, values.map(String)],
    )
  }
  await sql.query('insert into run_outlines (run_id) values ($1) on conflict do nothing', [run])
}

/** Points of the run have been written or superseded, under its row's lock: its outlines hold no longer. */
export async function dropOutlines(sql: Sql, run: number): Promise<void> {
  await sql.query('delete from run_outlines where run_id = $1', [run])
}
