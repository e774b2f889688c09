import { AppError } from '@/server/app-error'
import { writeAudit } from '@/server/db/audit'
import { lockEvaluation } from '@/server/db/evaluation-jobs'
import { forgetTries } from '@/server/db/evaluation-plays'
import { storeResume } from '@/server/db/run-requests'
import { inTransaction } from '@/server/db/transaction'
import { announceNow } from '@/server/services/recording/announce-run'

/** Queues a cancelled evaluation, or one with open tasks, again: only what is open is played. */
export function resumeEvaluation(id: number, actor = 'local'): Promise<{ status: 'queued' }> {
  return inTransaction(async (sql) => {
    const before = await lockEvaluation(sql, id)
    if (before === null) throw new AppError('NOT_FOUND', `There is no evaluation ${id}.`, 'id')
    if (before === 'queued') return { status: 'queued' }
    if (before !== 'stopped' && before !== 'failed')
      throw new AppError('CONFLICT', `Evaluation ${id} is ${before}: there is nothing to resume.`, 'id')
    await forgetTries(sql, id)
    const change = await storeResume(sql, id)
    await writeAudit(sql, { actor, action: 'resume', subject: `run:${id}` })
    await announceNow(id, change, sql)
    return { status: 'queued' }
  })
}
