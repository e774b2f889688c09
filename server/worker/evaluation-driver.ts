import { AppError } from '@/server/app-error'
import { type AttemptEnd, endAttempt } from '@/server/db/attempt-end'
import { pool } from '@/server/db/client'
import { untilReachable } from '@/server/db/connection-loss'
import type { EvaluationClaim } from '@/server/db/evaluation-jobs'
import { countPlays, type PlayCounts } from '@/server/db/evaluation-plays'
import { renewLease } from '@/server/db/leases'
import { carryOutEvaluation } from '@/server/services/evaluations/carry-out-evaluation'
import { announceNow } from '@/server/services/recording/announce-run'

const renewEveryMs = 1000

/** Why work on an evaluation ends early. */
type Interruption = 'cancelled' | 'shut down' | 'taken over'

/** Carries out one attempt of an evaluation under its lease. */
export class EvaluationDriver {
  private readonly stopper = new AbortController()
  private interruption: Interruption | null = null
  private renewing = false

  constructor(
    private readonly claim: EvaluationClaim,
    private readonly worker: string,
  ) {}

  get runId(): number {
    return this.claim.runId
  }

  /** Ends what is being played; the evaluation waits for another worker. */
  shutDown(): void {
    this.interrupt('shut down')
  }

  async drive(): Promise<void> {
    const lease = setInterval(() => void this.renew(), renewEveryMs)
    let givenUp: string | null = null
    try {
      await this.renew()
      givenUp = await carryOutEvaluation(this.claim, this.stopper.signal)
    } catch (error) {
      if (isConflict(error)) this.interruption = 'taken over'
      if (this.interruption === null) givenUp = error instanceof Error ? error.message : String(error)
    } finally {
      clearInterval(lease)
    }
    // however it ended, nothing of it goes on
    this.stopper.abort()
    if (this.interruption === 'taken over') return
    await untilReachable(
      () => this.settle(givenUp),
      () => this.interruption !== 'shut down',
    ).catch((error: unknown) => {
      if (!isConflict(error)) throw error
    })
  }

  private interrupt(why: Interruption): void {
    this.interruption ??= why
    this.stopper.abort(new Error(`the evaluation was ${why}`))
  }

  private async renew(): Promise<void> {
    if (this.renewing) return
    this.renewing = true
    try {
      const status = await renewLease(this.runId, this.worker, this.claim.epoch)
      if (status === null) this.interrupt('taken over')
      else if (status === 'stopping') this.interrupt('cancelled')
    } catch {
      // without the database nothing can be recorded either: should the lease run out meanwhile, recording is refused
    } finally {
      this.renewing = false
    }
  }

  private async settle(givenUp: string | null): Promise<void> {
    const { runId, claim, worker } = this
    const end = evaluationEnd(await countPlays(pool(), runId), this.interruption, givenUp)
    await announceNow(runId, await endAttempt({ runId, epoch: claim.epoch, worker }, end))
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
  const why = givenUp ?? reason ?? 'no reason is known'
  return { attempt: 'failed', run: 'failed', reason: `${open}: ${why}. Resume plays what is open.` }
}

const isConflict = (error: unknown): boolean => error instanceof AppError && error.code === 'CONFLICT'
