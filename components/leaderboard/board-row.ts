import type { ApiOutput } from '@/components/data/api-types'
import { type EpisodesLink, episodesHref } from '@/components/episodes/episodes-view-state'

export type BoardRow = ApiOutput['leaderboard']['show']['boards'][number]['rows'][number]

export const boardSplits = ['base', 'miss_func', 'miss_param', 'long_context'] as const

/** Suites out of distribution that some row was measured on. */
export const outsideSuites = (rows: readonly BoardRow[]): string[] => [
  ...new Set(rows.flatMap((row) => row.outside.map(({ suite }) => suite))),
]

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
