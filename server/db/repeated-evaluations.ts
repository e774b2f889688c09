import { pool } from './client'

/** A final evaluation that played each task several times. */
export interface RepeatedEvaluation {
  readonly id: number
  readonly run: number
  readonly name: string
  /** The run's own suite. */
  readonly board: string
  readonly suite: string
  readonly step: number
  readonly repeats: number
  /** As the evaluation was launched; null: the server's own. */
  readonly temperature: number | null
  /** How often each task was solved. */
  readonly tasks: readonly { readonly dialogue: string; readonly attempts: number; readonly solved: number }[]
}

/** The newest of runs that are not archived; suites of the distribution first. */
export async function listRepeatedEvaluations(most: number): Promise<RepeatedEvaluation[]> {
  const { rows } = await pool().query<RepeatedEvaluation>(
    `select e.id, r.id as run, r.name, own.name as board, s.name as suite, e.step, e.repeats,
            (r.snapshot #>> '{endpoint,settings,temperature}')::float8 as temperature,
            (select json_agg(json_build_object('dialogue', dialogue, 'attempts', attempts, 'solved', solved)
                             order by position)
               from (select t.dialogue, t.position, count(*) as attempts, count(*) filter (where et.success) as solved
                       from evaluation_tasks et join tasks t on t.id = et.task_id
                      where et.evaluation_id = e.id group by t.id) counted) as tasks
       from evaluations e
       join runs r on r.id = e.run_id
       join suites own on own.id = r.suite_id
       join suites s on s.id = e.suite_id
      where e.point = 'final' and e.partition = 'test' and e.repeats > 1 and r.archived_at is null
      order by r.id desc, s.kind, s.name limit $1`,
    [most],
  )
  return rows
}
