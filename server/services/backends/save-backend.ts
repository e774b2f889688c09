import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { raySettingsSchema } from '@/server/core/backends/ray-settings'
import { writeAudit } from '@/server/db/audit'
import { findBackend, insertBackend, storeSecret, updateBackend } from '@/server/db/backends'
import { inTransaction } from '@/server/db/transaction'
import { sealToken } from './open-cluster'

export const saveBackendInput = z.strictObject({
  /** Null: a new one. */
  id: z.int32().positive().nullable(),
  name: z
    .string()
    .trim()
    .min(1, 'give it a name')
    .max(60, 'at most 60 characters')
    .regex(/^[\w][\w .-]*$/, 'letters, digits, spaces, dots, dashes')
    .refine((name) => name.toLowerCase() !== 'local', '"local" is this machine'),
  settings: raySettingsSchema,
  /** Absent: as it is; null: none. */
  token: z
    .string()
    .trim()
    .min(1, 'enter the token')
    .max(4096)
    .regex(/^[\x21-\x7e]+$/, 'a token has no spaces and no line breaks')
    .nullish(),
})
export type SaveBackendInput = z.input<typeof saveBackendInput>
type Backend = z.output<typeof saveBackendInput>

/** Adds a cluster or changes one; its token is sealed before it is stored and never comes back. */
export async function saveBackend(raw: SaveBackendInput, actor = 'local'): Promise<{ id: number }> {
  const input = saveBackendInput.parse(raw)
  if (input.id !== null && (await findBackend(input.id))?.kind !== 'ray')
    throw new AppError('NOT_FOUND', `There is no cluster ${input.id}.`, 'id')
  return inTransaction(async (sql) => {
    const id = await store(sql, input)
    if (input.token !== undefined) await storeSecret(sql, id, input.token === null ? null : sealToken(id, input.token))
    const action = input.id === null ? 'add' : 'change'
    await writeAudit(sql, { actor, action, subject: `backend:${id}`, detail: { name: input.name } })
    return { id }
  })
}

async function store(sql: Parameters<typeof insertBackend>[0], { id, name, settings }: Backend): Promise<number> {
  const stored = id === null ? await insertBackend(sql, name, settings) : await updated(sql, id, name, settings)
  if (stored === null)
    throw new AppError('CONFLICT', `There is a backend "${name}" already: choose another name.`, 'name')
  return stored
}

async function updated(
  sql: Parameters<typeof updateBackend>[0],
  id: number,
  name: string,
  settings: Backend['settings'],
) {
  return (await updateBackend(sql, id, name, settings)) ? id : null
}
