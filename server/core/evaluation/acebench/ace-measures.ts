import type { Rng } from '@/server/core/rng'
import { type Interval, shareInterval, sharesByDialogue } from '../interval'
import { type AceScores, aceScores, type JudgedTask } from './ace-scores'

/** A score as the reference rounds it, with its 95 % interval. */
export interface AceMeasure {
  readonly value: number
  readonly interval: Interval
}

/** ACEBench's scores of a suite by their names there, and ours. */
export type AceMeasures = Readonly<Record<keyof AceScores, AceMeasure>>

/** The scores of all plays of a suite, repeats pooled; families of tasks are resampled. Throws on an empty set. */
export function aceMeasures(plays: readonly (JudgedTask & { readonly dialogue: string })[], rng: Rng): AceMeasures {
  const scores = aceScores(plays)
  const interval = (of: (play: JudgedTask) => number) =>
    shareInterval(
      sharesByDialogue(plays, (play) => ({ hits: of(play), total: 1 })),
      rng,
    )
  return {
    end_to_end_accuracy: { value: scores.end_to_end_accuracy, interval: interval(({ valid }) => (valid ? 1 : 0)) },
    process_accuracy: { value: scores.process_accuracy, interval: interval((play) => play.processAccuracy) },
    strict_accuracy: {
      value: scores.strict_accuracy,
      interval: interval(({ strictlyValid }) => (strictlyValid ? 1 : 0)),
    },
  }
}
