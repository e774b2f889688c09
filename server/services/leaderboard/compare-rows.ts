import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { rowTests, withHolm } from '@/server/core/evaluation/row-tests'
import { type TaskFlip, taskFlips } from '@/server/core/evaluation/task-flips'
import { Rng } from '@/server/core/rng'
import { listRowNames, listRowPlays, listRowSuites, type RowPlay, type RowSuite } from '@/server/db/row-plays'

const run = z.number().int().min(1).max(2_147_483_647)
export const compareRowsInput = z.object({ a: run, b: run })

/**
 * Two rows of the leaderboard on the suites that both were finally evaluated on: paired tests, corrected for being
 * several, and the tasks that moved. Throws NOT_FOUND where a row is none, BAD_INPUT for one row twice.
 */
export async function compareRows({ a, b }: z.infer<typeof compareRowsInput>) {
  if (a === b) throw new AppError('BAD_INPUT', 'A row can only be compared with another one: choose two.', 'b')
  const [names, suites, plays] = await Promise.all([listRowNames([a, b]), listRowSuites([a, b]), listRowPlays([a, b])])
  const first = rowOf(a, names, suites)
  const second = rowOf(b, names, suites)
  const shared = suites.flatMap((own) => {
    const other = suites.find(({ run, suite }) => run === b && suite === own.suite)
    return own.run === a && other ? [{ own, other }] : []
  })
  const tests = shared.flatMap(({ own: { suite } }) => {
    // The same two rows get the same resamples whenever the page is opened.
    const rng = Rng.seeded(0, 'rows', String(a), String(b), suite)
    return rowTests(playsOf(plays, a, suite), playsOf(plays, b, suite), rng).map((test) => ({ suite, ...test }))
  })
  return {
    first,
    second,
    suites: shared.map(({ own, other }) => comparedSuite(own, other, plays)),
    tests: withHolm(tests),
    /** Suites that only one of them was evaluated on. */
    unshared: [...new Set(suites.map(({ suite }) => suite))].filter((suite) =>
      shared.every(({ own }) => own.suite !== suite),
    ),
  }
}

function rowOf(id: number, names: readonly { id: number; name: string }[], suites: readonly RowSuite[]) {
  const name = names.find((row) => row.id === id)?.name
  if (name === undefined) throw new AppError('NOT_FOUND', `There is no run #${id}.`)
  if (suites.every(({ run }) => run !== id))
    throw new AppError(
      'NOT_FOUND',
      `Run #${id} has no final evaluation on test tasks: it is no row of the leaderboard.`,
    )
  return { id, name }
}

function comparedSuite(own: RowSuite, other: RowSuite, plays: readonly RowPlay[]) {
  const first = playsOf(plays, own.run, own.suite)
  const second = playsOf(plays, other.run, own.suite)
  const { lost, gained } = taskFlips(first, second)
  const told = (flips: readonly TaskFlip[]) => flips.map((flip) => toldFlip(flip, first, second))
  return {
    name: own.suite,
    title: own.title,
    outOfDistribution: own.outOfDistribution,
    first: sideOf(own),
    second: sideOf(other),
    differs: differenceOf(own, other),
    tasks: sharedTasks(first, second),
    lost: told(lost),
    gained: told(gained),
  }
}

/** What was not the same when the two were measured: the suite's version, or the environment or checker. */
function differenceOf(own: RowSuite, other: RowSuite): 'suite' | 'environment' | null {
  // The evaluation hash holds the suite's: it tells nothing more where that one differs.
  if (own.suiteHash !== other.suiteHash) return 'suite'
  return own.evaluationHash === other.evaluationHash ? null : 'environment'
}

const sideOf = ({ evaluationHash, step, repeats }: RowSuite) => ({ evaluationHash, step, repeats })

const playsOf = (plays: readonly RowPlay[], id: number, suite: string) =>
  plays.filter((play) => play.run === id && play.suite === suite)

/** A task that moved, with an episode of each row (of the first repeat) to be read side by side. */
function toldFlip(flip: TaskFlip, first: readonly RowPlay[], second: readonly RowPlay[]) {
  const [own, other] = [first, second].map((plays) => plays.find(({ task }) => task === flip.task))
  const episodes = [own?.episode, other?.episode].filter((episode) => typeof episode === 'string')
  return { ...flip, split: own?.split ?? '', opening: own?.opening ?? '', episodes }
}

function sharedTasks(first: readonly RowPlay[], second: readonly RowPlay[]): number {
  const others = new Set(second.map(({ task }) => task))
  return new Set(first.flatMap(({ task }) => (others.has(task) ? [task] : []))).size
}
