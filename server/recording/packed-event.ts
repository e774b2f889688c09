import type { EpisodeIdentity, EpisodeRecord, ToolErrorRecord, TurnRecord } from '@/server/core/episodes/record'
import type { episodeOrigins } from '@/server/core/filter/episode-fields'
import type { NextAction } from '@/server/core/hints/next-action'
import type { TrainerEvent } from '@/server/core/policies/trainer-events'
import type { BodyBlock } from './body-block'

export type TurnSummary = Pick<TurnRecord, 'index' | 'reward' | 'stateOk' | 'execOk' | 'forcedEnd' | 'executedCalls'>

/** A failing call with what the agent did next; absent where the steps did not come along. */
export interface PackedToolError extends ToolErrorRecord {
  readonly next?: NextAction | null
}

/** Who recorded an episode, and whether it counts. Absent: a trainer reported a valid one. */
export interface EpisodeProvenance {
  readonly origin: (typeof episodeOrigins)[number]
  /** Why it counts for nothing; null: it is valid. */
  readonly invalid: string | null
  /** Least and greatest version of the policy that wrote its steps. */
  readonly policy: { readonly from: number; readonly to: number } | null
}

/** An episode without its large part: what the lists show and the ledger counts. */
export interface EpisodeSummary
  extends EpisodeIdentity,
    Omit<EpisodeRecord, 'turns' | 'steps' | 'toolErrors'>,
    Partial<EpisodeProvenance> {
  readonly turns: readonly TurnSummary[]
  /** Which tools it called in which order (tool-sequence). */
  readonly toolSequence: number
  readonly toolErrors: readonly PackedToolError[]
  /** What it is found by in full text; absent: packed before this was looked at. */
  readonly words?: readonly string[]
}

/** Finished episodes as they travel and are stored: summaries, and their bodies compressed in the same order. */
export interface PackedEpisodes {
  readonly type: 'packed-episodes'
  readonly episodes: readonly EpisodeSummary[]
  readonly block: BodyBlock
}

export type PackedEvent = Exclude<TrainerEvent, { readonly type: 'episodes' }> | PackedEpisodes

/**
 * What a trainer sends in one piece. (run, source, sequence) names it: applied once, however often it arrives.
 * `at`: milliseconds since the epoch, the time of its metric points.
 */
export interface EventBatch {
  readonly run: number
  readonly epoch: number
  readonly source: string
  readonly sequence: number
  readonly at: number
  readonly events: readonly PackedEvent[]
}
