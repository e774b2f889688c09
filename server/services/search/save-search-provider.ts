import type { z } from 'zod'
import { AppError } from '@/server/app-error'
import { searchSettingsSchema } from '@/server/core/chat/search-settings'
import { writeAudit } from '@/server/db/audit'
import {
  findSearchProvider,
  insertSearchProvider,
  storeSearchKey,
  updateSearchProvider,
} from '@/server/db/search-providers'
import { inTransaction } from '@/server/db/transaction'
import { refusalOfUrl } from '@/server/endpoints/web/address-guard'
import { saveEndpointInput } from '@/server/services/endpoints/save-endpoint'
import { searchGuard } from './search-guard'
import { sealSearchKey } from './search-key'

export const saveSearchProviderInput = saveEndpointInput
  .pick({ id: true, name: true, key: true })
  .extend({ settings: searchSettingsSchema })
export type SaveSearchProviderInput = z.infer<typeof saveSearchProviderInput>

/** Adds what answers web search, or changes it; its key is sealed before it is stored and never comes back. */
export async function saveSearchProvider(input: SaveSearchProviderInput, actor = 'local'): Promise<{ id: number }> {
  const { id, name, settings, key } = input
  if (id !== null && (await findSearchProvider(id)) === null)
    throw new AppError('NOT_FOUND', `There is no search provider ${id}.`, 'id')
  const refusal = settings.baseUrl === null ? null : refusalOfUrl(settings.baseUrl, searchGuard())
  if (refusal !== null) throw new AppError('BAD_INPUT', refusal, 'settings.baseUrl')
  return inTransaction(async (sql) => {
    const stored = await store(sql, input)
    if (stored === null)
      throw new AppError('CONFLICT', `There is a search provider "${name}" already: choose another name.`, 'name')
    if (key !== undefined) await storeSearchKey(sql, stored, key === null ? null : sealSearchKey(stored, key))
    const action = id === null ? 'add' : 'change'
    await writeAudit(sql, { actor, action, subject: `search-provider:${stored}`, detail: { name } })
    return { id: stored }
  })
}

async function store(sql: Parameters<typeof insertSearchProvider>[0], { id, name, settings }: SaveSearchProviderInput) {
  if (id === null) return insertSearchProvider(sql, name, settings)
  return (await updateSearchProvider(sql, id, name, settings)) ? id : null
}
