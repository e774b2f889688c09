import { compareArms } from '../compare/paired-arms'
import type { Rng } from '../rng'
import { holm } from './holm'
import { comparePaired } from './paired-test'

/** One play of a task by one row of the leaderboard. */
export interface TaskPlay {
  readonly task: string
  readonly dialogue: string
  /** 0, 1, … */
  readonly repeat: number
  readonly success: boolean
  /** Right turns, of so many. */
  readonly hits: number
  readonly turns: number
}

export type RowMeasure = 'tasks' | 'tasks, all repeats' | 'turns'

/** One test of two rows on the tasks of a suite that both played. */
export interface RowTest {
  readonly measure: RowMeasure
  /** Its name, for people. */
  readonly test: 'exact McNemar' | 'sign flip over dialogues'
  readonly tasks: number
  /** Shares, 0 to 1. */
  readonly first: number
  readonly second: number
  /** First minus second, with its 95 % interval: paired, dialogues are resampled. */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** Tasks that the first row did better on, and worse. */
  readonly better: number
  readonly worse: number
  readonly pValue: number
}

/**
 * Tests two rows on one suite. Solved tasks by the exact McNemar test, which needs one outcome a task: that of the first
 * repeat. With more repeats the share of them that solved a task, and in any case right turns, by drawing each
 * dialogue's sign by chance, a task's repeats taken together. Empty: they share no task.
 */
export function rowTests(first: readonly TaskPlay[], second: readonly TaskPlay[], rng: Rng): RowTest[] {
  const repeated = [...first, ...second].some(({ repeat }) => repeat > 0)
  const solved = (play: TaskPlay) => ({ hits: play.success ? 1 : 0, total: 1 })
  const turns = (play: TaskPlay) => ({ hits: play.hits, total: play.turns })
  const tests = [
    mcNemar(first, second, rng),
    repeated ? signFlip('tasks, all repeats', first, second, solved, rng) : null,
    signFlip('turns', first, second, turns, rng),
  ]
  return tests.filter((test) => test !== null)
}

/** Adds to each test its p-value corrected for all of them (Holm). */
export function withHolm<T extends { readonly pValue: number }>(tests: readonly T[]): (T & { adjusted: number })[] {
  const adjusted = holm(tests.map(({ pValue }) => pValue))
  return tests.map((test, index) => ({ ...test, adjusted: adjusted[index] ?? 1 }))
}

function mcNemar(first: readonly TaskPlay[], second: readonly TaskPlay[], rng: Rng): RowTest | null {
  const once = (plays: readonly TaskPlay[]) => plays.filter(({ repeat }) => repeat === 0)
  const result = comparePaired(once(first), once(second), rng)
  if (!result) return null
  const { tasks, onlyFirst, onlySecond, both, difference, interval, pValue } = result
  const shares = { first: (both + onlyFirst) / tasks, second: (both + onlySecond) / tasks }
  const ends = { low: interval.low, high: interval.high }
  const counts = { tasks, better: onlyFirst, worse: onlySecond }
  return { measure: 'tasks', test: 'exact McNemar', ...shares, ...counts, difference, ...ends, pValue }
}

type Share = (play: TaskPlay) => { readonly hits: number; readonly total: number }

function signFlip(
  measure: RowMeasure,
  first: readonly TaskPlay[],
  second: readonly TaskPlay[],
  share: Share,
  rng: Rng,
): RowTest | null {
  const [a, b] = [meanPlays(first, share), meanPlays(second, share)]
  const result = compareArms(a, b, rng)
  if (!result) return null
  const { tasks, better, worse, difference, low, high, pValue } = result
  const shares = { first: shareOn(a, b), second: shareOn(b, a) }
  return { measure, test: 'sign flip over dialogues', tasks, ...shares, better, worse, difference, low, high, pValue }
}

type MeanPlay = ReturnType<typeof meanPlays>[number]

/** Each task once: the mean of its repeats. Tasks in which there is nothing to be right are left out. */
function meanPlays(plays: readonly TaskPlay[], share: Share) {
  const tasks = new Map<string, { task: string; dialogue: string; hits: number; total: number; repeats: number }>()
  for (const play of plays) {
    const { task, dialogue } = play
    const before = tasks.get(task) ?? { task, dialogue, hits: 0, total: 0, repeats: 0 }
    const { hits, total } = share(play)
    tasks.set(task, { ...before, hits: before.hits + hits, total: before.total + total, repeats: before.repeats + 1 })
  }
  return [...tasks.values()]
    .filter(({ total }) => total > 0)
    .map(({ hits, total, repeats, ...rest }) => ({ ...rest, seed: 0, hits: hits / repeats, total: total / repeats }))
}

/** Pooled share of the tasks that the other row played too. */
function shareOn(own: readonly MeanPlay[], other: readonly MeanPlay[]): number {
  const shared = new Set(other.map(({ task }) => task))
  const plays = own.filter(({ task }) => shared.has(task))
  return plays.reduce((sum, { hits }) => sum + hits, 0) / plays.reduce((sum, { total }) => sum + total, 0)
}
