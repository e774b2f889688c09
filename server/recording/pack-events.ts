import type { EpisodeRecord } from '@/server/core/episodes/record'
import { searchWords } from '@/server/core/episodes/search-words'
import { nextAction } from '@/server/core/hints/next-action'
import type { TrainerEvent } from '@/server/core/policies/trainer-events'
import { episodesPerBlock, packBodies } from './body-block'
import type { EpisodeProvenance, EpisodeSummary, PackedEpisodes, PackedEvent } from './packed-event'
import { toolSequence } from './tool-sequence'

/** Compresses the bodies of all episodes among the events; everything else stays as it is, in its order. */
export async function packEvents(events: readonly TrainerEvent[]): Promise<PackedEvent[]> {
  const packed = await Promise.all(events.map(packEvent))
  return packed.flat()
}

const packEvent = async (event: TrainerEvent): Promise<PackedEvent[]> =>
  event.type === 'episodes' ? packEpisodes(event.episodes) : [event]

type Recorded = EpisodeRecord & Partial<EpisodeProvenance>

export function packEpisodes(episodes: readonly Recorded[]): Promise<PackedEpisodes[]> {
  const parts: (readonly Recorded[])[] = []
  for (let start = 0; start < episodes.length; start += episodesPerBlock)
    parts.push(episodes.slice(start, start + episodesPerBlock))
  return Promise.all(
    parts.map(async (part) => {
      const block = await packBodies(part)
      return { type: 'packed-episodes' as const, episodes: part.map(summaryOf), block }
    }),
  )
}

function summaryOf({ steps, turns, ...episode }: Recorded): EpisodeSummary {
  return {
    ...episode,
    toolSequence: toolSequence(steps),
    words: searchWords({ turns, steps }),
    toolErrors: episode.toolErrors.map((error) => ({ ...error, next: nextAction(steps, error) })),
    turns: turns.map(({ index, reward, stateOk, execOk, forcedEnd, executedCalls }) => {
      return { index, reward, stateOk, execOk, forcedEnd, executedCalls }
    }),
  }
}
