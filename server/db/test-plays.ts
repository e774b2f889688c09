import type { TaskEvaluation } from '@/server/core/policies/trainer-events'
import { pool } from './client'

/** A test task as an attempt has played it: scores by turn, of the turns that were reached. */
export interface TestPlay extends Omit<TaskEvaluation, 'turnScores'> {
  readonly suite: string
  readonly turns: readonly { readonly index: number; readonly reward: number }[]
}

const valid = `e.attempt_id = $1 and e.partition = 'test' and e.kind = 'episode' and e.feedback = 'standard'
  and e.profile = 'bfcl' and e.invalid is null`

/** The test tasks that an attempt has played to their end, each once: the newest, where a lost one was played again. */
export async function testPlays(attemptId: number): Promise<TestPlay[]> {
  const found = await pool().query<TestPlay>(
    `select distinct on (e.suite, t.key) e.suite, t.key as task, e.split, e.success,
       e.irrelevance as "irrelevanceError", e.step_count as steps, e.format_errors as "malformedSteps",
       e.key as episode,
       (select coalesce(json_agg(json_build_object('index', u.index, 'reward', u.reward)), '[]') from episode_turns u
        where u.episode_id = e.id) as turns
     from episodes e join tasks t on t.id = e.task_id where ${valid} order by e.suite, t.key, e.id desc`,
    [attemptId],
  )
  return found.rows
}

export async function countTestPlays(attemptId: number): Promise<number> {
  const found = await pool().query<{ played: number }>(
    `select count(distinct (e.suite, e.task_id))::int as played from episodes e where ${valid}`,
    [attemptId],
  )
  return found.rows[0]?.played ?? 0
}
