import { join } from 'node:path'
import { readConfig } from '@/server/config'
import type { StoredEndpoint } from '@/server/db/endpoints'
import { seal, unseal } from '@/server/secrets/seal'
import { secretKey } from '@/server/secrets/secret-key'

export const sealKey = (endpoint: number, key: string): Uint8Array => seal(theKey(), purposeOf(endpoint), key)

/** The key of an endpoint; null: it has none. Throws UNAVAILABLE when it cannot be opened. */
export const openKey = ({ id, secret }: Pick<StoredEndpoint, 'id' | 'secret'>): string | null =>
  secret === null ? null : unseal(theKey(), purposeOf(id), secret)

/** Beside the database, not in it: a copy of the database does not open its secrets. */
const theKey = (): Buffer => secretKey(join(readConfig().dataFolder, 'secrets.key'))

const purposeOf = (endpoint: number): string => `endpoint:${endpoint}`
