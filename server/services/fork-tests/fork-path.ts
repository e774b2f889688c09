import type { ToolContext } from '@/server/core/environments/domain'
import type { RecordedEpisode } from '@/server/core/replay/recorded-episode'
import { ReplayError } from '@/server/core/replay/replay-error'
import { findStoredEpisode, findStoredEpisodeByKey, type StoredEpisode } from '@/server/db/episode-records'
import { contextOf } from '@/server/services/episodes/replay-stored'

interface ForkPath {
  /** The episode last; of a branch those that played the turns before it first. */
  readonly path: readonly RecordedEpisode[]
  /** The day for the tools; undefined: the run's. */
  readonly context: ToolContext | undefined
}

/** Everything that was recorded up to an episode. Throws `ReplayError` when a part of it is missing. */
export async function forkPath(episodeId: string): Promise<ForkPath> {
  const stored = await findStoredEpisode(BigInt(episodeId))
  if (!stored) throw new ReplayError('its episode was deleted')
  const path = [stored.record]
  for (let first: StoredEpisode = stored; ; ) {
    const key = first.record.prefix?.episode ?? null
    if (key === null) return { path, context: contextOf(stored, 0) }
    const before = await findStoredEpisodeByKey(first.attemptId, key)
    if (!before) throw new ReplayError(`the episode ${key}, which played the turns before, was not recorded`)
    path.unshift(before.record)
    first = before
  }
}
