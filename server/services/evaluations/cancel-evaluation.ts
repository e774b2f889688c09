import { AppError } from '@/server/app-error'
import { writeAudit } from '@/server/db/audit'
import { lockEvaluation } from '@/server/db/evaluation-jobs'
import { storeStop } from '@/server/db/run-requests'
import { inTransaction } from '@/server/db/transaction'
import { announceNow } from '@/server/services/recording/announce-run'

/** Ends an evaluation where it stands; what has been played stays. Asking twice is harmless. */
export function cancelEvaluation(id: number, actor = 'local'): Promise<{ status: string }> {
  return inTransaction(async (sql) => {
    const before = await lockEvaluation(sql, id)
    if (before === null) throw new AppError('NOT_FOUND', `There is no evaluation ${id}.`, 'id')
    if (before === 'stopping' || before === 'stopped') return { status: before }
    if (before === 'finished' || before === 'failed')
      throw new AppError('CONFLICT', `Evaluation ${id} has ended already: there is nothing to cancel.`, 'id')
    const stop =
      before === 'queued'
        ? ({ status: 'stopped', reason: 'Cancelled before a worker took it.' } as const)
        : ({ status: 'stopping', reason: 'Ends what is being played.' } as const)
    const change = await storeStop(sql, id, stop)
    await writeAudit(sql, { actor, action: 'cancel', subject: `run:${id}` })
    await announceNow(id, change, sql)
    return { status: stop.status }
  })
}
