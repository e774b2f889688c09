import { z } from 'zod'
import { findEpisodeInOrder } from '@/server/db/episode-list'
import { episodeListInput } from './episode-list-input'
import { episodeSet } from './episode-set'
import { episodeInput } from './get-episode'
import { countAndList } from './list-episodes'

export const neighboursInput = z.object({ ...episodeListInput.shape, ...episodeInput.shape })

export interface EpisodeNeighbours {
  readonly previous: string | null
  readonly next: string | null
}

const none: EpisodeNeighbours = { previous: null, next: null }

/** The episodes before and after one in a list with this filter and this order, whether or not it is in the list. */
export async function episodeNeighbours(
  { episode, reverse, ...list }: z.infer<typeof neighboursInput>,
  now = new Date(),
): Promise<EpisodeNeighbours> {
  const [{ set, problem }, place] = await Promise.all([episodeSet(list, now), findEpisodeInOrder(episode, list.sort)])
  if (problem || place === null) return none
  const beyond = async (direction: boolean) => {
    const { rows } = await countAndList({ ...set, reverse: direction, after: [place, episode], limit: 1 })
    return rows[0]?.id ?? null
  }
  const [previous, next] = await Promise.all([beyond(!reverse), beyond(reverse)])
  return { previous, next }
}
