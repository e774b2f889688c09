import { type AttemptEnd, endAttempt } from '@/server/db/attempt-end'
import { pool } from '@/server/db/client'
import { claimEvaluation } from '@/server/db/evaluation-jobs'
import { countPlays, type PlayCounts } from '@/server/db/evaluation-plays'
import { renewLease } from '@/server/db/leases'
import { carryOutEvaluation } from '@/server/services/evaluations/carry-out-evaluation'
import { announceNow } from '@/server/services/recording/announce-run'
import type { Interruption, LeasedWork } from './leased-driver'

/**
 * Claims the next evaluation for a worker, as one attempt; null: none waits.
 * @param pollMs how often a job that serves a model is looked at
 */
export async function nextEvaluation(
  worker: string,
  driven: readonly number[],
  pollMs?: number,
): Promise<LeasedWork | null> {
  const claim = await claimEvaluation(worker, driven)
  if (!claim) return null
  const { runId, epoch } = claim
  return {
    id: runId,
    renew: () => renewLease(runId, worker, epoch),
    carryOut: (signal) => carryOutEvaluation(claim, signal, pollMs),
    settle: async (interruption, givenUp) => {
      const end = evaluationEnd(await countPlays(pool(), runId), interruption, givenUp)
      await announceNow(runId, await endAttempt({ runId, epoch, worker }, end))
    },
  }
}

/** How attempt and evaluation stand after the work has ended. */
export function evaluationEnd(
  { done, total, reason }: PlayCounts,
  interruption: Interruption | null,
  givenUp: string | null,
): AttemptEnd {
  const open = `${total - done} of ${total} plays ${total - done === 1 ? 'is' : 'are'} open`
  if (done === total) return { attempt: 'done', run: 'finished', reason: null }
  if (interruption === 'cancelled')
    return { attempt: 'stopped', run: 'stopped', reason: `Cancelled: ${open}. Resume goes on with them.` }
  if (interruption === 'shut down')
    return { attempt: 'interrupted', run: 'queued', reason: 'Its worker was shut down; another goes on.' }
  const why = (givenUp ?? reason ?? 'no reason is known').replace(/\.$/, '')
  return { attempt: 'failed', run: 'failed', reason: `${open}: ${why}. Resume plays what is open.` }
}
