import { AppError } from '@/server/app-error'
import type { SearchSnapshot } from '@/server/core/chat/evaluation-snapshot'
import { findSearchProvider } from '@/server/db/search-providers'
import { contentHash } from '@/server/hashes/content-hash'
import { recordingOf } from './open-search'

/**
 * What an evaluation says of what answers its searches. Its hash tells recordings from each other, and engines: what
 * was measured with another web is not comparable. Throws BAD_INPUT when there is none, or no recording.
 */
export async function searchSnapshot(id: number): Promise<SearchSnapshot> {
  const stored = await findSearchProvider(id)
  if (!stored) throw new AppError('BAD_INPUT', `There is no search provider ${id}: choose one of the list.`, 'search')
  const { name, settings } = stored
  const { baseUrl, recording } = settings
  if (baseUrl !== null) return { id, name, settings, hash: contentHash({ baseUrl }) }
  const recorded = await recordingOf(recording ?? '').hash()
  if (recorded === null)
    throw new AppError(
      'BAD_INPUT',
      `Nothing is recorded under "${recording}": record it with an engine first.`,
      'search',
    )
  return { id, name, settings, hash: contentHash({ recorded }) }
}
