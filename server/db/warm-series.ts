import pg from 'pg'
import { pool } from './client'

/** What every question for series looks into before it comes to points, which are too many to be kept in memory. */
const relations = [
  ...['runs', 'runs_pkey', 'run_attempts', 'run_attempts_run_id_epoch_key', 'run_outlines', 'run_outlines_pkey'],
  ...['series_outlines_pkey', 'metric_series_attempt_id_name_key', 'metric_series', 'metric_buckets_pkey'],
  'metric_buckets',
]

/** Pages of 8 kB, all together: 256 MB, read in a second or two. */
const mostPages = 32_768

/**
 * Has the database's machine read these from its disk, one after the other, so that what is asked first does not
 * gather them page by page. What does not fit is left out. A database that may not have the extension for it is left
 * as it is: it answers as well, only the first time later.
 * @returns pages read
 */
export async function warmSeries(most = mostPages): Promise<number> {
  try {
    await pool().query('create extension if not exists pg_prewarm')
  } catch (error) {
    if (error instanceof pg.DatabaseError && unavailable.has(error.code ?? '')) return 0
    throw error
  }
  const { rows } = await pool().query<{ pages: number }>(warmSql, [relations, most])
  return rows[0]?.pages ?? 0
}

/** No right to create it; not supported; no such file; made by somebody else at the same moment. */
const unavailable: ReadonlySet<string> = new Set(['42501', '0A000', '58P01', '23505', '42710'])

const warmSql = `
  with asked as (
    select to_regclass(name)::oid as relation, place from unnest($1::text[]) with ordinality as t(name, place)),
  sized as (
    select relation, place, pg_relation_size(relation) / current_setting('block_size')::int as pages from asked),
  placed as (
    select relation, place, pages, sum(pages) over (order by place) - pages as before from sized)
  select coalesce(sum(pg_prewarm(relation, 'read', 'main', 0, least(pages, $2::int - before)::bigint - 1)), 0)::int as pages
    from placed where pages > 0 and before < $2::int`
