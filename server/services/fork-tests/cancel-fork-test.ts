import { AppError } from '@/server/app-error'
import { writeAudit } from '@/server/db/audit'
import { lockForkTest, setForkTest } from '@/server/db/fork-tests'
import { inTransaction } from '@/server/db/transaction'

/** Ends a fork test where it stands; forks that have been played stay. Asking twice is harmless. */
export function cancelForkTest(id: number, actor = 'local'): Promise<{ status: string }> {
  return inTransaction(async (sql) => {
    const before = await lockForkTest(sql, id)
    if (before === null) throw new AppError('NOT_FOUND', `There is no fork test ${id}.`, 'id')
    if (before === 'stopping' || before === 'stopped') return { status: before }
    if (before === 'finished' || before === 'failed')
      throw new AppError('CONFLICT', `Fork test ${id} has ended already: there is nothing to cancel.`, 'id')
    if (before === 'queued') await setForkTest(sql, id, 'stopped', 'Cancelled before a worker took it.')
    else await setForkTest(sql, id, 'stopping', 'Ends what is being played.')
    await writeAudit(sql, { actor, action: 'cancel', subject: `fork-test:${id}` })
    return { status: before === 'queued' ? 'stopped' : 'stopping' }
  })
}
