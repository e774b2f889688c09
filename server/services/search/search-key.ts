import { join } from 'node:path'
import { readConfig } from '@/server/config'
import type { StoredSearchProvider } from '@/server/db/search-providers'
import { seal, unseal } from '@/server/secrets/seal'
import { secretKey } from '@/server/secrets/secret-key'

export const sealSearchKey = (provider: number, key: string): Uint8Array => seal(theKey(), purposeOf(provider), key)

/** The key of a search provider; null: it has none. Throws UNAVAILABLE when it cannot be opened. */
export const openSearchKey = ({ id, secret }: Pick<StoredSearchProvider, 'id' | 'secret'>): string | null =>
  secret === null ? null : unseal(theKey(), purposeOf(id), secret)

const theKey = (): Buffer => secretKey(join(readConfig().dataFolder, 'secrets.key'))

const purposeOf = (provider: number): string => `search-provider:${provider}`
