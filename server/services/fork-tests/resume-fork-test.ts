import { AppError } from '@/server/app-error'
import { writeAudit } from '@/server/db/audit'
import { lockForkTest, setForkTest } from '@/server/db/fork-tests'
import { inTransaction } from '@/server/db/transaction'

/** Queues a cancelled fork test, or one with open forks, again: only what is open is played. */
export function resumeForkTest(id: number, actor = 'local'): Promise<{ status: 'queued' }> {
  return inTransaction(async (sql) => {
    const before = await lockForkTest(sql, id)
    if (before === null) throw new AppError('NOT_FOUND', `There is no fork test ${id}.`, 'id')
    if (before === 'queued') return { status: 'queued' }
    if (before !== 'stopped' && before !== 'failed')
      throw new AppError('CONFLICT', `Fork test ${id} is ${before}: there is nothing to resume.`, 'id')
    await setForkTest(sql, id, 'queued', null)
    await writeAudit(sql, { actor, action: 'resume', subject: `fork-test:${id}` })
    return { status: 'queued' }
  })
}
