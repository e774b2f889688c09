import type { Rng } from '@/server/core/rng'
import { type Interval, percentileInterval, resampledShares, sharesByDialogue } from './interval'

/** One row's outcome on one task. */
export interface PairedOutcome {
  readonly task: string
  readonly dialogue: string
  readonly success: boolean
}

/** Two rows on the tasks that both were evaluated on. */
export interface PairedComparison {
  readonly tasks: number
  readonly onlyFirst: number
  readonly onlySecond: number
  readonly both: number
  readonly neither: number
  /** First minus second task accuracy. */
  readonly difference: number
  /** 95 %, paired: dialogues are resampled, both rows together. */
  readonly interval: Interval
  /**
   * Two-sided exact McNemar test on the tasks that only one row solved. It takes tasks as independent; tasks of one
   * dialogue are not quite, so near a threshold trust the interval.
   */
  readonly pValue: number
}

/** Compares two rows task by task; null when they share no task. */
export function comparePaired(
  first: readonly PairedOutcome[],
  second: readonly PairedOutcome[],
  rng: Rng,
): PairedComparison | null {
  const seconds = new Map(second.map((outcome) => [outcome.task, outcome.success]))
  const pairs = first.flatMap(({ task, dialogue, success }) => {
    const other = seconds.get(task)
    return other === undefined ? [] : [{ dialogue, first: success, second: other }]
  })
  if (pairs.length === 0) return null
  const count = (a: boolean, b: boolean) => pairs.filter((pair) => pair.first === a && pair.second === b).length
  const onlyFirst = count(true, false)
  const onlySecond = count(false, true)
  const differences = sharesByDialogue(pairs, (pair) => ({ hits: Number(pair.first) - Number(pair.second), total: 1 }))
  return {
    tasks: pairs.length,
    onlyFirst,
    onlySecond,
    both: count(true, true),
    neither: count(false, false),
    difference: (onlyFirst - onlySecond) / pairs.length,
    interval: { ...percentileInterval(resampledShares(differences, rng)), method: 'bootstrap over dialogues' },
    pValue: exactMcNemar(onlyFirst, onlySecond),
  }
}

/**
 * Two-sided exact McNemar p-value from the two discordant counts (McNemar 1947; exact: the sign test on them): a fair
 * coin's tail, doubled, at most 1.
 */
export function exactMcNemar(onlyFirst: number, onlySecond: number): number {
  const trials = onlyFirst + onlySecond
  const fewer = Math.min(onlyFirst, onlySecond)
  let logTerm = trials * Math.log(0.5)
  let tail = Math.exp(logTerm)
  for (let k = 1; k <= fewer; k++) {
    logTerm += Math.log((trials - k + 1) / k)
    tail += Math.exp(logTerm)
  }
  return Math.min(1, 2 * tail)
}
