import type pg from 'pg'
import type { EpisodeScope } from './episode-writes'
import type { PlayMeasures } from './evaluation-plays'
import { type EvaluationInput, writeEvaluation } from './evaluation-writes'
import { jsonText } from './json-text'

/** Stores a suite's evaluation from its plays, every repeat of every task a row. */
export async function writePlayedEvaluation(
  sql: pg.PoolClient,
  scope: EpisodeScope,
  evaluation: Omit<EvaluationInput, 'tasks'>,
  extra: { readonly repeats: number; readonly measures: PlayMeasures | null },
): Promise<void> {
  await writeEvaluation(sql, scope, { ...evaluation, tasks: [] })
  const updated = await sql.query<{ id: number }>(
    `update evaluations e set repeats = $4, measures = $5, task_count = s.tasks, prompt_tokens = s.prompt,
       completion_tokens = s.completion
     from (select count(distinct task_id) as tasks, sum(prompt_tokens) as prompt, sum(completion_tokens) as completion
             from evaluation_plays where run_id = $1 and suite_id = $2) s
     where e.run_id = $1 and e.suite_id = $2 and e.point = $3 and e.partition = 'test' returning e.id`,
    [...[scope.runId, evaluation.suiteId, evaluation.point, extra.repeats], extra.measures && jsonText(extra.measures)],
  )
  await sql.query(
    `insert into evaluation_tasks (evaluation_id, task_id, repeat, success, turn_scores, irrelevance, steps,
       malformed_steps, episode_id)
     select $3, task_id, repeat, success, turn_scores, irrelevance, steps, malformed_steps, episode_id
       from evaluation_plays where run_id = $1 and suite_id = $2`,
    [scope.runId, evaluation.suiteId, updated.rows[0]?.id],
  )
}
