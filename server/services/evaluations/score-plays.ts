import { aceScores } from '@/server/core/evaluation/acebench/ace-scores'
import { type SuiteScores, scoreSuite } from '@/server/core/evaluation/scores'
import { Rng } from '@/server/core/rng'
import type { DonePlay, PlayMeasures } from '@/server/db/evaluation-plays'

/** Scores of plays of one suite, repeats pooled; intervals are over dialogues. Equal outcomes have equal intervals. */
export const scorePlays = (suite: string, plays: readonly DonePlay[]): SuiteScores =>
  scoreSuite(
    plays.map(({ irrelevance: irrelevanceError, ...play }) => ({ ...play, irrelevanceError })),
    Rng.seeded(0, 'evaluation', suite),
  )

/** Scores of a benchmark with rules of its own; null where there are none. */
export function measurePlays(plays: readonly DonePlay[]): PlayMeasures | null {
  const judged = plays.flatMap(({ success: valid, measures }) =>
    measures?.strict === undefined || measures.process === undefined
      ? []
      : [{ valid, strictlyValid: measures.strict === 1, processAccuracy: measures.process }],
  )
  return judged.length === 0 ? null : { ...aceScores(judged) }
}
