import type { EpisodeRecord } from '@/server/core/episodes/record'
import type { PlayOutcome } from '@/server/db/evaluation-plays'

/** How a task that is judged turn by turn came out. Turns that were not reached score 0. */
export function turnOutcome(record: EpisodeRecord, turnCount: number): PlayOutcome {
  const turnScores = new Array<number>(turnCount).fill(0)
  for (const { index, reward } of record.turns) turnScores[index] = reward
  const { success, irrelevanceError: irrelevance, counts } = record
  return { success, turnScores, irrelevance, steps: counts.steps, malformedSteps: counts.formatErrors, measures: null }
}
