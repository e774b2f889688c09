import { AppError } from '@/server/app-error'
import { writeAudit } from '@/server/db/audit'
import { deleteSearchProvider, openEvaluationsOf } from '@/server/db/search-providers'
import { inTransaction } from '@/server/db/transaction'

/** Removes what answers web search, with its key; its recording stays. Throws CONFLICT while an evaluation needs it. */
export function removeSearchProvider(id: number, actor = 'local'): Promise<void> {
  return inTransaction(async (sql) => {
    const [needing] = await openEvaluationsOf(sql, id)
    if (needing !== undefined)
      throw new AppError('CONFLICT', `Evaluation ${needing} still needs it: cancel that, or wait for its end.`, 'id')
    const name = await deleteSearchProvider(sql, id)
    if (name === null) throw new AppError('NOT_FOUND', `There is no search provider ${id}.`, 'id')
    await writeAudit(sql, { actor, action: 'remove', subject: `search-provider:${id}`, detail: { name } })
  })
}
