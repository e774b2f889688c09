import { db, pool } from './client'

/** Runs that were launched together. */
export async function listRunsOfGroup(group: string): Promise<number[]> {
  const runs = await db().run.findMany({ where: { launchGroup: group }, select: { id: true }, orderBy: { id: 'asc' } })
  return runs.map(({ id }) => id)
}

export interface ScopeChoice {
  readonly group: string
  readonly runs: number
  readonly name: string
  readonly first: number
}

/** Groups of more than one run, newest first. */
export async function listGroups(limit: number): Promise<ScopeChoice[]> {
  const { rows } = await pool().query<ScopeChoice>(
    `select launch_group "group", count(*)::int runs, min(id)::int first, (array_agg(name order by id))[1] name
       from runs group by launch_group having count(*) > 1 order by max(id) desc limit $1`,
    [limit],
  )
  return rows
}
