import type { ApiOutput } from '@/components/data/api-types'
import { type EpisodesLink, episodesHref } from '@/components/episodes/episodes-view-state'

export type BoardRow = ApiOutput['leaderboard']['show']['boards'][number]['rows'][number]

export const boardSplits = ['base', 'miss_func', 'miss_param', 'long_context'] as const

/** Suites out of distribution that some row was measured on. */
export const outsideSuites = (rows: readonly BoardRow[]): string[] => [
  ...new Set(rows.flatMap((row) => row.outside.map(({ suite }) => suite))),
]

/** Splits that some row has a score on. */
export const shownSplits = (rows: readonly BoardRow[]) =>
  boardSplits.filter((split) => rows.some(({ inside }) => inside.bySplit[split] !== undefined))

/** A row's score on a suite, its own or another; undefined: it was not measured there. */
export const scoreOn = ({ inside, outside }: BoardRow, suite: string): BoardRow['inside'] | undefined =>
  [inside, ...outside].find((score) => score.suite === suite)

/** ACEBench's scores beside its end-to-end accuracy, which is a suite’s accuracy. */
export const benchmarkMeasures = [
  {
    name: 'process_accuracy',
    title: 'process accuracy',
    help: 'Milestones of the reference that were reached, mean over plays, as ACEBench computes it',
  },
  {
    name: 'strict_accuracy',
    title: 'strict accuracy',
    help: 'End states that are exactly the reference’s; ours, ACEBench has no such score',
  },
] as const

/** Whether some row has a benchmark’s own scores on the suite. */
export const hasMeasures = (rows: readonly BoardRow[], suite: string): boolean =>
  rows.some((row) => (scoreOn(row, suite)?.measures ?? null) !== null)

/** An invalid try of an evaluation was played again and counts for nothing. */
const counted = 'valid = yes'

/** The episodes that a run's final score on a suite's test tasks was made of: those of its last step. */
export const testEpisodesHref = (
  run: number,
  { suite, step }: { readonly suite: string; readonly step: number },
  more: EpisodesLink = {},
): string => episodesHref({ run, partition: 'test', suite, fromStep: step, toStep: step, filter: counted, ...more })

/** The episodes of all of a run's final scores. */
export const allTestEpisodesHref = ({ run, inside: { step } }: BoardRow): string =>
  episodesHref({ run: run.id, partition: 'test', fromStep: step, toStep: step, filter: counted })
