import { AppError } from '@/server/app-error'
import type { Mismatch } from '@/server/core/replay/mismatch'
import { ReplayedBefore } from '@/server/core/replay/replayed-before'
import { findStoredEpisode, type StoredEpisode } from '@/server/db/episode-records'
import { type EnvironmentChange, environmentChange } from './environment-change'
import { ReplaySource } from './replay-source'
import { verifyStored } from './verify-stored'

export interface EpisodeVerification {
  /** Null: it cannot be recomputed, because it was imported or is invalid, or a benchmark judges it. */
  readonly mismatches: readonly Mismatch[] | null
  readonly turns: number
  readonly results: number
  readonly environmentChange: EnvironmentChange | null
}

/** Recomputes one episode and compares it with its record. Throws NOT_FOUND. */
export async function verifyEpisode(id: string): Promise<EpisodeVerification> {
  const stored = await storedEpisode(id)
  const source = await ReplaySource.ofRun(stored.runId)
  const { turns, steps } = stored.record
  return {
    mismatches: await verifyStored(stored, source, new ReplayedBefore()),
    turns: turns.length,
    results: steps.reduce((sum, { calls }) => sum + calls.length, 0),
    environmentChange: await environmentChange(source),
  }
}

/** Throws NOT_FOUND. */
export async function storedEpisode(id: string): Promise<StoredEpisode> {
  const stored = await findStoredEpisode(BigInt(id))
  if (!stored) throw new AppError('NOT_FOUND', `There is no episode ${id}.`, 'episode')
  return stored
}
