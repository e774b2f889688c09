import type { Rng } from '../rng'
import { type DialogueShare, pooledShare, shareInterval, sharesByDialogue } from './interval'
import { passAllOfK, passAtK } from './pass-at-k'
import type { Measure } from './scores'

/** One task that was played several times. */
export interface RepeatedAttempts {
  readonly dialogue: string
  readonly attempts: number
  readonly solved: number
}

/** Means over tasks, 0 to 1, with 95 % intervals over dialogues. */
export interface PassPoint {
  readonly k: number
  readonly any: Measure
  readonly all: Measure
}

/**
 * pass@k (`any`) and pass^k (`all`) for k = 2, 4, 8, … and as many as every task was played. k = 1 is the plain share
 * for both. Empty: some task was played only once.
 */
export function passCurve(tasks: readonly RepeatedAttempts[], rng: Rng): PassPoint[] {
  const most = tasks.length === 0 ? 0 : Math.min(...tasks.map(({ attempts }) => attempts))
  const powers = [2, 4, 8, 16, 32].filter((k) => k < most)
  return (most < 2 ? [] : [...powers, most]).map((k) => ({
    k,
    any: mean(tasks, (task) => passAtK(task.attempts, task.solved, k), rng),
    all: mean(tasks, (task) => passAllOfK(task.attempts, task.solved, k), rng),
  }))
}

function mean(tasks: readonly RepeatedAttempts[], of: (task: RepeatedAttempts) => number | null, rng: Rng): Measure {
  const dialogues: DialogueShare[] = sharesByDialogue(tasks, (task) => ({ hits: of(task) ?? 0, total: 1 }))
  return { value: pooledShare(dialogues), interval: shareInterval(dialogues, rng) }
}
