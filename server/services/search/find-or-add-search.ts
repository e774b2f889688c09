import { AppError } from '@/server/app-error'
import { searchSettingsSchema } from '@/server/core/chat/search-settings'
import { listSearchProviders } from '@/server/db/search-providers'
import { saveSearchProvider } from './save-search-provider'

export interface NamedSearch {
  /** The name of a stored provider, or the address of a search engine. */
  readonly search: string | undefined
  /** A recording: alone it answers, with an address what is asked is added to it. */
  readonly recording: string | undefined
  /** Of an address that is not stored yet. */
  readonly key: string | undefined
}

/**
 * The number of the search provider that a command names; an address or a recording that is new is stored. Null: none
 * is named. Throws BAD_INPUT.
 */
export async function findOrAddSearch({ search, recording, key }: NamedSearch): Promise<number | null> {
  if (search === undefined && recording === undefined) return null
  const stored = await listSearchProviders()
  if (search !== undefined && !/^https?:\/\//.test(search)) {
    const known = stored.find(({ name }) => name === search)
    if (known && recording === undefined) return known.id
    const names = stored.map(({ name }) => name).join(', ') || 'none'
    const why = known ? 'it has a recording of its own, or none' : `stored: ${names}. Or name an address`
    throw new AppError(
      'BAD_INPUT',
      `--search ${search}${recording ? ` --recording ${recording}` : ''}: ${why}.`,
      'search',
    )
  }
  const parsed = searchSettingsSchema.safeParse({ baseUrl: search ?? null, recording: recording ?? null })
  if (!parsed.success) throw new AppError('BAD_INPUT', parsed.error.issues[0]?.message ?? 'no address', 'search')
  const settings = parsed.data
  const known = stored.find(
    ({ settings: own }) => own.baseUrl === settings.baseUrl && own.recording === settings.recording,
  )
  if (known) return known.id
  const host = settings.baseUrl === null ? null : new URL(settings.baseUrl).host
  const name = [host, settings.recording]
    .filter((part) => part !== null)
    .join(' ')
    .slice(0, 80)
  return (await saveSearchProvider({ id: null, name, settings, ...(key === undefined ? {} : { key }) }, 'command line'))
    .id
}
