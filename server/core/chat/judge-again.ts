import type { EpisodeRecord } from '@/server/core/episodes/record'
import { checkQuestion } from '@/server/core/evaluation/memory/question-check'
import type { Task } from '@/server/core/tasks/task'
import { ownRulesRecord, ownRulesTurn } from './own-rules-record'

/**
 * The record of a question that is judged by its answer (BFCL memory, BFCL web search), judged again from its recorded
 * steps. Nothing is called: what the agent was told is taken as recorded. Null: the task is judged in another way.
 */
export function judgeAgain(recorded: Omit<EpisodeRecord, 'toolErrors'>, task: Task): EpisodeRecord | null {
  const { benchmark } = task
  if (benchmark?.kind !== 'bfcl-memory' && benchmark?.kind !== 'bfcl-web-search') return null
  const { steps, truncated } = recorded
  const said = steps.map(({ answer, text, calls }) => ({ text: answer ?? text, calls: calls.length }))
  const verdict = checkQuestion([said], benchmark.answers)
  const success = verdict.valid
  const userMessage = task.turns[0]?.message ?? ''
  const turns = [ownRulesTurn({ userMessage, expected: benchmark.answers, judged: 'answer', success, steps })]
  const judged = { success, verdict: verdict.valid ? 'valid' : verdict.error_type, truncated }
  return ownRulesRecord({ identity: recorded, task, turns, steps, ...judged })
}
