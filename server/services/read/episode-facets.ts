import type { z } from 'zod'
import type { FacetCount } from '@/server/core/episodes/facets'
import { countFacets } from '@/server/db/episode-facets'
import { episodeListInput } from './episode-list-input'
import { episodeSet } from './episode-set'
import { countLimit } from './list-episodes'

export const facetsInput = episodeListInput.pick({ filter: true, sort: true })

export interface FacetValue extends FacetCount {
  /** False: at least so many. */
  readonly exact: boolean
}

export interface EpisodeFacets {
  /** Most frequent first, field by field. */
  readonly values: readonly FacetValue[]
  /** False: there are more episodes than were looked at. */
  readonly whole: boolean
}

/**
 * How often each value occurs in a list; of a list with more than `countLimit` episodes so many are looked at: more
 * would take longer than a person waits. A filter with a mistake finds nothing.
 */
export async function episodeFacets(input: z.infer<typeof facetsInput>, now = new Date()): Promise<EpisodeFacets> {
  const { set, problem } = await episodeSet(input, now)
  if (problem) return { values: [], whole: true }
  const { counted, counts } = await countFacets(set, countLimit + 1)
  const whole = counted <= countLimit
  const values = [...counts]
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .map(({ field, value, count }) => ({ field, value, count: Math.min(count, countLimit), exact: whole }))
  return { values, whole }
}
