import type { Feedback } from '@/server/core/curriculum/curriculum'
import type { ToolContext } from '@/server/core/environments/domain'
import type { Episode } from '@/server/core/episodes/episode'
import type { AugmentationSet } from '@/server/core/hints/rule'
import { type Replayed, replayEpisode } from '@/server/core/replay/replay-episode'
import { ReplayError } from '@/server/core/replay/replay-error'
import type { ReplayedBefore } from '@/server/core/replay/replayed-before'
import { findStoredEpisodeByKey, type StoredEpisode } from '@/server/db/episode-records'
import type { ReplaySource } from './replay-source'

/** Feedback and hints other than those in which the episode was recorded. */
export interface OtherSetting {
  readonly feedback: Feedback
  readonly augmentation: AugmentationSet | null
}

/**
 * Plays a stored episode again, of a branch the episodes before it first, in the setting in which it was recorded or
 * in another. Throws `ReplayError` when the record cannot be played.
 * @param before where episodes are kept for the branches that start at them
 * @param daysBefore how many days before its recording an episode of the environment server began
 */
export async function replayStored(
  stored: StoredEpisode,
  source: ReplaySource,
  before: ReplayedBefore,
  other?: OtherSetting,
  daysBefore = 0,
): Promise<Replayed> {
  const { record } = stored
  const playable = await source.task(stored.taskId, contextOf(stored, daysBefore))
  const trunk = await trunkOf(stored, source, before)
  const setting = {
    ...playable,
    feedback: other?.feedback ?? record.feedback,
    augmentation: other ? other.augmentation : source.augmentation,
  }
  return replayEpisode(record, setting, trunk)
}

/** The replayed episode at whose end a branch starts; null when it starts at the first turn, or is none. */
async function trunkOf(stored: StoredEpisode, source: ReplaySource, before: ReplayedBefore): Promise<Episode | null> {
  const key = stored.record.prefix?.episode ?? null
  if (key === null) return null
  const name = `${stored.attemptId}:${key}`
  const kept = before.find(name)
  if (kept) return kept
  const parent = await findStoredEpisodeByKey(stored.attemptId, key)
  if (!parent) throw new ReplayError(`the episode ${key}, which played the turns before, was not recorded`)
  const { episode } = await replayStored(parent, source, before)
  before.keep(name, episode)
  return episode
}

const dayMs = 24 * 3600 * 1000

/** The environment server's tools know the day on which the episode began; a trainer's that of the run's launch. */
export function contextOf({ origin, createdAt }: StoredEpisode, daysBefore: number): ToolContext | undefined {
  if (origin !== 'env-server') return undefined
  const date = new Date(createdAt.getTime() - daysBefore * dayMs)
  return { today: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() } }
}
