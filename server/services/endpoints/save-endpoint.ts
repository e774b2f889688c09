import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'
import { writeAudit } from '@/server/db/audit'
import { findEndpoint, insertEndpoint, storeEndpointKey, updateEndpoint } from '@/server/db/endpoints'
import { inTransaction } from '@/server/db/transaction'
import { sealKey } from './endpoint-key'

export const saveEndpointInput = z.strictObject({
  /** Null: a new one. */
  id: z.int32().positive().nullable(),
  name: z.string().trim().min(1, 'give it a name').max(80, 'at most 80 characters'),
  settings: endpointSettingsSchema,
  /** Absent: as it is; null: none. */
  key: z
    .string()
    .trim()
    .min(1, 'enter the key')
    .max(4096)
    .regex(/^[\x21-\x7e]+$/, 'a key has no spaces and no line breaks')
    .nullish(),
})
export type SaveEndpointInput = z.infer<typeof saveEndpointInput>

/** Adds an endpoint or changes one; its key is sealed before it is stored and never comes back. */
export async function saveEndpoint(input: SaveEndpointInput, actor = 'local'): Promise<{ id: number }> {
  if (input.id !== null && (await findEndpoint(input.id)) === null)
    throw new AppError('NOT_FOUND', `There is no endpoint ${input.id}.`, 'id')
  return inTransaction(async (sql) => {
    const id = await store(sql, input)
    if (id === null)
      throw new AppError('CONFLICT', `There is an endpoint "${input.name}" already: choose another name.`, 'name')
    if (input.key !== undefined) await storeEndpointKey(sql, id, input.key === null ? null : sealKey(id, input.key))
    const action = input.id === null ? 'add' : 'change'
    await writeAudit(sql, { actor, action, subject: `endpoint:${id}`, detail: { name: input.name } })
    return { id }
  })
}

async function store(sql: Parameters<typeof insertEndpoint>[0], { id, name, settings }: SaveEndpointInput) {
  if (id === null) return insertEndpoint(sql, name, settings)
  return (await updateEndpoint(sql, id, name, settings)) ? id : null
}
