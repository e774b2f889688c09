import {
  type DialogueShare,
  percentileInterval,
  pooledShare,
  resampledShares,
  sharesByDialogue,
} from '../evaluation/interval'
import type { Rng } from '../rng'

/** What one trained run did on one task. */
export interface ArmOutcome {
  readonly seed: number
  /** The same task has the same key in every run. */
  readonly task: string
  readonly dialogue: string
  /** Right turns of all turns, or 1 of 1 for a solved task. */
  readonly hits: number
  readonly total: number
}

export interface ArmComparison {
  readonly tasks: number
  readonly dialogues: number
  /** Pairs of one task under one seed. */
  readonly pairs: number
  /** Pairs that the first arm did better on, and worse. */
  readonly better: number
  readonly worse: number
  /** First minus second share. */
  readonly difference: number
  /** 95 %: dialogues are resampled, both arms together. */
  readonly low: number
  readonly high: number
  /**
   * Two-sided: how often differences as great come up when each dialogue's sign is drawn by chance. What the same
   * dialogue's tasks and seeds share is kept together.
   */
  readonly pValue: number
}

/**
 * Compares two arms on the tasks that both were tested on. Runs with the same seed are paired; where the arms share no
 * seed, each task's mean over the seeds is. Null: they share no task.
 */
export function compareArms(
  first: readonly ArmOutcome[],
  second: readonly ArmOutcome[],
  rng: Rng,
): ArmComparison | null {
  const seeds = new Set(first.map(({ seed }) => seed))
  const shareSeeds = second.some(({ seed }) => seeds.has(seed))
  const [a, b] = shareSeeds ? [first, second] : [meanOfTasks(first), meanOfTasks(second)]
  const others = new Map(b.map((outcome) => [keyOf(outcome), outcome]))
  const pairs = a.flatMap((outcome) => {
    const other = others.get(keyOf(outcome))
    return other ? [{ ...outcome, difference: outcome.hits / outcome.total - other.hits / other.total }] : []
  })
  if (pairs.length === 0) return null
  const dialogues = sharesByDialogue(pairs, ({ difference, total }) => ({ hits: difference * total, total }))
  return {
    tasks: new Set(pairs.map(({ task }) => task)).size,
    dialogues: dialogues.length,
    pairs: pairs.length,
    better: pairs.filter(({ difference }) => difference > 0).length,
    worse: pairs.filter(({ difference }) => difference < 0).length,
    difference: pooledShare(dialogues),
    ...percentileInterval(resampledShares(dialogues, rng)),
    pValue: signFlip(dialogues, rng),
  }
}

const keyOf = ({ seed, task }: ArmOutcome) => `${seed}/${task}`

/** Each task once: hits and turns of all seeds together. */
function meanOfTasks(outcomes: readonly ArmOutcome[]): ArmOutcome[] {
  const tasks = new Map<string, ArmOutcome>()
  for (const outcome of outcomes) {
    const before = tasks.get(outcome.task)
    const hits = outcome.hits + (before?.hits ?? 0)
    tasks.set(outcome.task, { ...outcome, seed: 0, hits, total: outcome.total + (before?.total ?? 0) })
  }
  return [...tasks.values()]
}

const flips = 5000
const mostExact = 13

/** All sign patterns for few dialogues, 5,000 drawn ones for many (the observed one counted in). */
function signFlip(dialogues: readonly DialogueShare[], rng: Rng): number {
  const differences = dialogues.map(({ hits }) => hits).filter((hits) => Math.abs(hits) > 1e-12)
  const observed = Math.abs(differences.reduce((sum, hits) => sum + hits, 0)) - 1e-9
  const isExact = differences.length <= mostExact
  const patterns = isExact ? 2 ** differences.length : flips
  let asGreat = isExact ? 0 : 1
  for (let pattern = 0; pattern < patterns; pattern++) {
    let sum = 0
    for (const [index, hits] of differences.entries()) {
      const minus = isExact ? (pattern >> index) & 1 : rng.next() < 0.5
      sum += minus ? -hits : hits
    }
    if (Math.abs(sum) >= observed) asGreat += 1
  }
  return asGreat / (isExact ? patterns : patterns + 1)
}
