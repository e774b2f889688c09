import type { EpisodeSummary } from '@/server/recording/packed-event'

/** The first turn that earned nothing, from 0; null: none, or the episode counts for nothing. */
export const failingTurn = (episode: EpisodeSummary): number | null =>
  episode.invalid == null ? (episode.turns.find((turn) => turn.reward === 0)?.index ?? null) : null
