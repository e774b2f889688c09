import type { TaskVisit } from '@/server/core/curriculum/task-life'
import type { Partition } from '@/server/core/tasks/task'
import { pool } from './client'

/**
 * Every task at every step at which the run played it. Superseded episodes and such that count for nothing are left
 * out. Episodes that begin at a turn are a part of their task: it is solved when all its parts are.
 */
const visitsSql = `
  with parts as (
    select stage, task_id, training_step, coalesce(start_turn, -1) as part,
           count(*)::int as episodes, (count(*) filter (where success))::int as solved
      from episodes
     where run_id = $1 and partition = $2 and stage is not null and not superseded and invalid is null
     group by stage, task_id, training_step, coalesce(start_turn, -1))
  select task_id as task, stage, training_step as step,
         sum(episodes)::int as episodes, sum(solved)::int as solved,
         case when bool_and(solved = episodes) then 'always'
              when bool_or(solved = 0) then 'never' else 'sometimes' end as outcome
    from parts
   group by stage, task_id, training_step`

export async function listTaskVisits(run: number, partition: Partition): Promise<TaskVisit[]> {
  const { rows } = await pool().query<TaskVisit>(visitsSql, [run, partition])
  return rows
}

export interface NamedTask {
  readonly id: number
  readonly key: string
  readonly split: string
  /** First user message. */
  readonly opening: string
}

/** Of these tasks what a list shows. */
export async function listTaskNames(ids: readonly number[]): Promise<NamedTask[]> {
  const { rows } = await pool().query<NamedTask>(
    'select id, key, split, opening from tasks where id = any($1::int[]) order by position, id',
    [ids],
  )
  return rows
}
