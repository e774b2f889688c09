import { pool } from './client'
import { likeAnywhere } from './filter-sql'

export interface StoredValue {
  readonly text: string
  readonly detail: string
}

const queries = {
  run: `select id::text as text, name as detail from runs
         where id::text like $1 or name ilike $1 order by archived_at is not null, id desc limit $2`,
  task: `select key as text, min(opening) as detail from tasks
          where key ilike $1 or opening ilike $1 group by key order by key not ilike $1, key limit $2`,
  domain: named('domain'),
  code: named('code'),
  rule: named('rule'),
  suite: named('suite'),
} as const
export const fieldsWithValues = Object.keys(queries) as (keyof typeof queries)[]

function named(kind: string): string {
  return `select name as text, '' as detail from episode_names
           where kind = '${kind}' and name ilike $1 order by name limit $2`
}

/** Values that occur and contain what is typed. */
export async function listEpisodeValues(field: keyof typeof queries, typed: string, most: number) {
  const { rows } = await pool().query<StoredValue>(queries[field], [likeAnywhere(typed), most])
  return rows
}

/** The stages of a run, or of the newest run that has some, with their numbers. */
export async function listStageValues(run: number | null): Promise<StoredValue[]> {
  const { rows } = await pool().query<StoredValue>(
    `select (position + 1)::text as text, name as detail from stage_runs
      where run_id = coalesce($1::int, (select max(run_id) from stage_runs)) order by position`,
    [run],
  )
  return rows
}
