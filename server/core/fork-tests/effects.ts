import {
  type DialogueShare,
  type Interval,
  percentileInterval,
  pooledShare,
  resampledShares,
  shareInterval,
  sharesByDialogue,
  wilson,
} from '@/server/core/evaluation/interval'
import { Rng } from '@/server/core/rng'

/** What became of one fork, its repeats added up. */
export interface ForkTally {
  readonly fork: number
  readonly dialogue: string
  /** By arm. */
  readonly arms: readonly ArmTally[]
}

export interface ArmTally {
  /** The rule whose hint the agent read; null: none matched, or hints were off. */
  readonly rule: string | null
  readonly repeats: number
  readonly recovered: number
  readonly turnOk: number
}

/** What is counted of a turn. */
export const forkMeasures = ['recovered', 'turnOk'] as const
export type ForkMeasure = (typeof forkMeasures)[number]

export interface ForkShare {
  /** 0–1: the mean over forks of the share of their repeats. */
  readonly value: number
  /** 95 %. */
  readonly interval: Interval
}

/** One arm against another on the same forks. */
export interface ForkEffect {
  readonly first: ForkShare
  readonly second: ForkShare
  /** First minus second share, −1 to 1. */
  readonly difference: number
  /** 95 %, both arms resampled together; null where there are too few dialogues to resample. */
  readonly interval: Interval | null
  /** Forks on which the first arm did better, and worse. */
  readonly better: number
  readonly worse: number
}

export interface ForkComparison {
  /** Positions of the arms. */
  readonly first: number
  readonly second: number
  readonly forks: number
  readonly dialogues: number
  readonly effects: Readonly<Record<ForkMeasure, ForkEffect>>
}

/** A comparison among the forks for which the first arm's hint came from one rule. */
export interface RuleComparison extends ForkComparison {
  /** Null: no rule of the set matches. */
  readonly rule: string | null
}

/**
 * Compares two arms fork by fork: each fork counts once, with the share of its repeats. Failing calls of one dialogue
 * are alike, so dialogues are resampled with everything in them. Null: there is no fork. Equal tallies give equal
 * intervals.
 */
export function compareForkArms(tallies: readonly ForkTally[], first: number, second: number): ForkComparison | null {
  const pairs = tallies.flatMap(({ dialogue, arms }) => {
    const [a, b] = [arms[first], arms[second]]
    return a && b && a.repeats > 0 && b.repeats > 0 ? [{ dialogue, a, b }] : []
  })
  if (pairs.length === 0) return null
  return {
    ...{ first, second, forks: pairs.length, dialogues: new Set(pairs.map(({ dialogue }) => dialogue)).size },
    effects: { recovered: effectOf(pairs, 'recovered'), turnOk: effectOf(pairs, 'turnOk') },
  }
}

/** The same for each rule of the first arm's set that spoke, most forks first; forks without a rule last. */
export function compareByRule(tallies: readonly ForkTally[], first: number, second: number): RuleComparison[] {
  const byRule = new Map<string | null, ForkTally[]>()
  for (const tally of tallies) {
    const rule = tally.arms[first]?.rule ?? null
    byRule.set(rule, [...(byRule.get(rule) ?? []), tally])
  }
  return [...byRule]
    .flatMap(([rule, own]) => {
      const comparison = compareForkArms(own, first, second)
      return comparison ? [{ rule, ...comparison }] : []
    })
    .sort((a, b) => Number(a.rule === null) - Number(b.rule === null) || b.forks - a.forks)
}

interface Pair {
  readonly dialogue: string
  readonly a: ArmTally
  readonly b: ArmTally
}

const shareOf = (arm: ArmTally, measure: ForkMeasure): number => arm[measure] / arm.repeats

function effectOf(pairs: readonly Pair[], measure: ForkMeasure): ForkEffect {
  const differences = pairs.map(({ a, b }) => shareOf(a, measure) - shareOf(b, measure))
  const byDialogue = sharesByDialogue(
    pairs.map(({ dialogue }, index) => ({ dialogue, difference: differences[index] ?? 0 })),
    ({ difference }) => ({ hits: difference, total: 1 }),
  )
  return {
    first: armShare(pairs, ({ a }) => shareOf(a, measure)),
    second: armShare(pairs, ({ b }) => shareOf(b, measure)),
    difference: pooledShare(byDialogue),
    interval: differenceInterval(byDialogue),
    better: differences.filter((difference) => difference > 0).length,
    worse: differences.filter((difference) => difference < 0).length,
  }
}

function armShare(pairs: readonly Pair[], value: (pair: Pair) => number): ForkShare {
  const dialogues = sharesByDialogue(pairs, (pair) => ({ hits: value(pair), total: 1 }))
  return { value: pooledShare(dialogues), interval: shareInterval(dialogues, Rng.seeded(0, 'fork arm')) }
}

/**
 * Where every dialogue has the same difference no resample can differ; how far off a dialogue that was not drawn may
 * be is then as in Wilson's interval for none of so many.
 */
function differenceInterval(dialogues: readonly DialogueShare[]): Interval | null {
  if (dialogues.length < leastDialogues) return null
  const value = pooledShare(dialogues)
  if (dialogues.every(({ hits, total }) => Math.abs(hits - value * total) < tiny)) {
    const { high } = wilson(0, dialogues.length)
    return { low: Math.max(-1, value - high), high: Math.min(1, value + high), method: 'Wilson over dialogues' }
  }
  const sample = resampledShares(dialogues, Rng.seeded(0, 'fork effect'))
  return { ...percentileInterval(sample), method: 'bootstrap over dialogues' }
}

const tiny = 1e-12

/** Of fewer a bootstrap pretends to know far more than it can. */
export const leastDialogues = 5
