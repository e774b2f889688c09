import type { EpisodeSort } from '@/server/core/episodes/episode-sorts'
import { episodeFields } from '@/server/core/filter/episode-fields'
import type { FilterProblem } from '@/server/core/filter/filter-problem'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { knownNames } from '@/server/db/episode-filter-names'
import type { EpisodeSet } from '@/server/db/episode-list'

interface AskedSet {
  readonly filter: string
  readonly sort: EpisodeSort
}

/** The episodes that a filter asks for, its names looked up; or what is wrong with it. */
export async function episodeSet(
  { filter: text, sort }: AskedSet,
  now: Date,
): Promise<{ readonly set: EpisodeSet; readonly problem: FilterProblem | null }> {
  const { node: filter, problem } = parseFilter(text, episodeFields)
  return { set: { filter, known: await knownNames(filter), sort, now }, problem }
}
