import type { ForkTestInput } from '@/server/core/fork-tests/fork-test-input'
import { writeAudit } from '@/server/db/audit'
import { insertForkTest } from '@/server/db/fork-tests'
import { inTransaction } from '@/server/db/transaction'
import { resolveForkTest } from './resolve-fork-test'

/** Draws the forks and queues the test; a worker takes it from there. */
export async function launchForkTest(input: ForkTestInput, actor = 'local'): Promise<{ id: number }> {
  const { plan, checkpointId, endpointId, sample } = await resolveForkTest(input)
  return inTransaction(async (sql) => {
    const { population, forks } = sample
    const id = await insertForkTest(sql, { runId: input.run, plan, checkpointId, endpointId, population, forks })
    await writeAudit(sql, { actor, action: 'fork test', subject: `run:${input.run}`, detail: { test: id } })
    return { id }
  })
}
