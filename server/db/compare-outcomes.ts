import { pool } from './client'

/** What one run did on the test tasks of one suite, at its final evaluation. The lists belong together by place. */
export interface RunOutcomes {
  readonly run: number
  readonly suiteId: number
  readonly evaluationHash: string
  readonly taskIds: readonly number[]
  readonly success: readonly boolean[]
  /** Right turns, and turns. */
  readonly hits: readonly number[]
  readonly turns: readonly number[]
}

export async function listRunOutcomes(runs: readonly number[]): Promise<RunOutcomes[]> {
  const { rows } = await pool().query<RunOutcomes>(
    `select e.run_id as run, e.suite_id as "suiteId", e.evaluation_hash as "evaluationHash",
            array_agg(t.task_id order by t.task_id) as "taskIds",
            array_agg(t.success order by t.task_id) as success,
            array_agg((select coalesce(sum(score), 0) from unnest(t.turn_scores) score)::int order by t.task_id) as hits,
            array_agg(cardinality(t.turn_scores) order by t.task_id) as turns
       from evaluations e join evaluation_tasks t on t.evaluation_id = e.id
      where e.run_id = any($1::int[]) and e.point = 'final' and e.partition = 'test' and t.repeat = 0
      group by e.id order by e.run_id, e.suite_id`,
    [runs],
  )
  return rows
}

export interface OutcomeTask {
  readonly id: number
  readonly key: string
  readonly dialogue: string
  readonly split: string
  readonly suite: string
  readonly outOfDistribution: boolean
  readonly opening: string
}

/** The tasks, in the order of their suites and of the tasks in them. */
export async function listOutcomeTasks(ids: readonly number[]): Promise<OutcomeTask[]> {
  const { rows } = await pool().query<OutcomeTask>(
    `select t.id, t.key, t.dialogue, t.split, s.name as suite, s.kind = 'out_of_distribution' as "outOfDistribution",
            left(t.opening, 200) as opening
       from tasks t join suites s on s.id = t.suite_id
      where t.id = any($1::int[]) order by s.kind, s.name, s.version, t.position`,
    [ids],
  )
  return rows
}
