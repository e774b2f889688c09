import { AppError } from '@/server/app-error'
import { writeAudit } from '@/server/db/audit'
import { findEndpoint, storeEndpointArchived } from '@/server/db/endpoints'
import { inTransaction } from '@/server/db/transaction'

/** Takes an endpoint out of the forms, or brings it back; its evaluations stay. */
export async function archiveEndpoint(id: number, archived: boolean, actor = 'local'): Promise<{ archived: boolean }> {
  if ((await findEndpoint(id)) === null) throw new AppError('NOT_FOUND', `There is no endpoint ${id}.`, 'id')
  await inTransaction(async (sql) => {
    await storeEndpointArchived(sql, id, archived)
    await writeAudit(sql, { actor, action: archived ? 'archive' : 'restore', subject: `endpoint:${id}` })
  })
  return { archived }
}
