import { AppError } from '@/server/app-error'
import { writeAudit } from '@/server/db/audit'
import { hasFailedEvaluation, lockRunStatus, storeResume } from '@/server/db/run-requests'
import { inTransaction } from '@/server/db/transaction'
import { announceNow } from '@/server/services/recording/announce-run'

/**
 * Queues a run again that was trained to its end on a cluster and whose final evaluation failed: its next attempt plays
 * the test tasks, and nothing else. Throws NOT_FOUND, CONFLICT.
 */
export async function repeatEvaluation(id: number, actor = 'local'): Promise<{ status: 'queued' }> {
  return inTransaction(async (sql) => {
    const before = await lockRunStatus(sql, id)
    if (before === null) throw new AppError('NOT_FOUND', `There is no run ${id}.`, 'id')
    if (before !== 'finished')
      throw new AppError('CONFLICT', `Run ${id} is ${before}: only that of a finished run can be repeated.`, 'id')
    if (!(await hasFailedEvaluation(sql, id)))
      throw new AppError('CONFLICT', `Run ${id} has no final evaluation on a cluster that failed.`, 'id')
    const change = await storeResume(sql, id)
    await writeAudit(sql, { actor, action: 'repeat evaluation', subject: `run:${id}` })
    await announceNow(id, change, sql)
    return { status: 'queued' }
  })
}
