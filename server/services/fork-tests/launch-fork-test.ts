import { AppError } from '@/server/app-error'
import type { ForkTestInput } from '@/server/core/fork-tests/fork-test-input'
import type { ForkPlan } from '@/server/core/fork-tests/plan'
import { draftOf } from '@/server/core/hints/draft-rule'
import { writeAudit } from '@/server/db/audit'
import { insertForkTest } from '@/server/db/fork-tests'
import { inTransaction } from '@/server/db/transaction'
import { checkRules } from '@/server/services/hints/check-rules'
import { resolveForkTest } from './resolve-fork-test'

/** Draws the forks and queues the test; a worker takes it from there. */
export async function launchForkTest(input: ForkTestInput, actor = 'local'): Promise<{ id: number }> {
  const { plan, checkpointId, endpointId, sample } = await resolveForkTest(input)
  await refuseLeaks(plan)
  return inTransaction(async (sql) => {
    const { population, forks } = sample
    const id = await insertForkTest(sql, { runId: input.run, plan, checkpointId, endpointId, population, forks })
    await writeAudit(sql, { actor, action: 'fork test', subject: `run:${input.run}`, detail: { test: id } })
    return { id }
  })
}

/** A draft that gives ground truth away would test well and could not be saved. Throws BAD_INPUT at its field. */
async function refuseLeaks({ sets }: ForkPlan): Promise<void> {
  for (const [index, { draft, rules }] of sets.entries()) {
    const [leak] = draft === undefined ? [] : await checkRules(rules.map(draftOf))
    if (leak) throw new AppError('BAD_INPUT', `Rule ${leak.rule} ${leak.message}`, index === 0 ? 'setA' : 'setB')
  }
}
