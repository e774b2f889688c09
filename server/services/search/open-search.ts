import { join } from 'node:path'
import { AppError } from '@/server/app-error'
import { readConfig } from '@/server/config'
import type { SearchSettings } from '@/server/core/chat/search-settings'
import type { Web } from '@/server/core/episodes/web-search/web'
import { findSearchProvider } from '@/server/db/search-providers'
import { HttpWeb } from '@/server/endpoints/web/http-web'
import { RecordedWeb, Recording } from '@/server/endpoints/web/recording'
import { searchGuard } from './search-guard'
import { openSearchKey } from './search-key'

/** The folder of a recording of this name. */
export const recordingOf = (name: string): Recording =>
  new Recording(join(readConfig().dataFolder, 'web-recordings', name))

/**
 * What answers web search in an evaluation.
 * @param settings as the evaluation was launched with them; the key is the present one
 */
export async function openSearch(id: number, settings: SearchSettings): Promise<Web> {
  const stored = await findSearchProvider(id)
  if (!stored) throw new AppError('NOT_FOUND', `There is no search provider ${id}.`, 'search')
  const { baseUrl, recording, timeoutSeconds } = settings
  const engine = { baseUrl: baseUrl ?? '', key: openSearchKey(stored), timeoutSeconds, guard: searchGuard() }
  const live = baseUrl === null ? null : new HttpWeb(engine)
  if (recording !== null) return new RecordedWeb(recordingOf(recording), live)
  if (live === null) throw new AppError('BAD_INPUT', 'The search provider has neither address nor recording.', 'search')
  return live
}
