import { pool } from '@/server/db/client'
import { countForks, type ForkCounts } from '@/server/db/fork-results'
import { claimForkTest, endForkTest, type ForkTestEnd, renewForkLease } from '@/server/db/fork-tests'
import { carryOutForkTest } from '@/server/services/fork-tests/carry-out-fork-test'
import type { Interruption, LeasedWork } from './leased-driver'

/** Claims the next fork test for a worker; null: none waits. */
export async function nextForkTest(worker: string, driven: readonly number[]): Promise<LeasedWork | null> {
  const claim = await claimForkTest(worker, driven)
  if (!claim) return null
  const { id } = claim
  return {
    id,
    renew: () => renewForkLease(claim),
    carryOut: (signal) => carryOutForkTest(claim, signal),
    settle: async (interruption, givenUp) =>
      endForkTest(pool(), claim, forkTestEnd(await countForks(id), interruption, givenUp)),
  }
}

/** How a fork test stands after the work has ended. */
export function forkTestEnd(
  { total, done, skipped, reason }: ForkCounts,
  interruption: Interruption | null,
  givenUp: string | null,
): ForkTestEnd {
  const left = total - done - skipped
  const open = `${left} of ${total} forks ${left === 1 ? 'is' : 'are'} open`
  if (left === 0 && done > 0) return { status: 'finished', reason: null }
  if (left === 0)
    return { status: 'failed', reason: 'None of the failing calls could be played on from; see why below.' }
  if (interruption === 'cancelled')
    return { status: 'stopped', reason: `Cancelled: ${open}. Resume goes on with them.` }
  if (interruption === 'shut down') return { status: 'queued', reason: 'Its worker was shut down; another goes on.' }
  const why = givenUp ?? reason ?? 'no reason is known'
  return { status: 'failed', reason: `${open}: ${why}. Resume plays what is open.` }
}
