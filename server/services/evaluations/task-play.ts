import type { ChatUsage } from '@/server/core/chat/usage'
import type { EpisodeRecord } from '@/server/core/episodes/record'
import type { PlayOutcome } from '@/server/db/evaluation-plays'

/** One task being played by a chat model; what it has come to can be recorded at any time, also after a failure. */
export interface TaskPlay {
  /** Plays it to its end. Throws when an endpoint fails, or the signal's reason. */
  readonly play: (signal: AbortSignal) => Promise<void>
  readonly record: () => EpisodeRecord
  /** What had to be played before it, and is looked at but not judged. */
  readonly before: () => readonly EpisodeRecord[]
  /** To be asked for once it has been played. */
  readonly outcome: () => PlayOutcome
  /** Of the evaluated model. */
  readonly usage: () => ChatUsage
}

/** Why the episodes of `before` count for nothing. */
export const notJudged = 'A conversation that comes before questions: it is not judged.'
