import { AppError } from '@/server/app-error'
import { hasEnded, type JobState } from '@/server/backends/ray/job-state'
import { type ModelJob, ModelJobEnd } from '@/server/backends/ray/model-job'
import { EndpointError } from '@/server/core/chat/endpoint-error'
import type { ServedPolicy } from '@/server/core/chat/evaluation-snapshot'
import { untilReachable } from '@/server/db/connection-loss'
import type { EvaluationClaim } from '@/server/db/evaluation-jobs'
import { lockRunForAttempt } from '@/server/db/run-lock'
import { inTransaction } from '@/server/db/transaction'
import type { Seat } from './play-table'
import { ServingSeats } from './serving-seats'

/** So many servers of one evaluation may be lost before it is given up. */
const mostLosses = 3

type Play = (seat: Seat, lost: AbortSignal) => Promise<string | null>

interface ServedWork {
  readonly signal: AbortSignal
  readonly pollMs?: number | undefined
}

/**
 * Has a cluster serve the model, and plays with it while it does. A server that is lost is begun again; its job is
 * stopped however the playing ends, unless another worker has the evaluation by then. Answers why the playing was given
 * up; throws the signal's reason.
 */
export async function withServedModel(
  claim: EvaluationClaim,
  served: ServedPolicy,
  { signal, pollMs = 2000 }: ServedWork,
  play: Play,
): Promise<string | null> {
  const seats = await untilReachable(
    () => ServingSeats.open(claim, served, pollMs),
    () => !signal.aborted,
  )
  for (let losses = 1; ; losses++) {
    const job = await untilReachable(
      () => seats.nextJob(),
      () => !signal.aborted,
    )
    try {
      const { played, end } = await serveOnce(job, signal, (origin, lost) =>
        seats.at(origin).then((seat) => play(seat, lost)),
      )
      if (end === null) return played
      if (end.status !== 'lost' || losses === mostLosses) return end.reason ?? 'the server’s job ended'
    } finally {
      await stopIfOurs(claim, job)
    }
  }
}

interface Served {
  readonly played: string | null
  /** How the job ended when it ended by itself; null: it did not. */
  readonly end: JobState | null
}

async function serveOnce(
  job: ModelJob,
  signal: AbortSignal,
  play: (origin: string, lost: AbortSignal) => Promise<string | null>,
): Promise<Served> {
  const [done, lost] = [new AbortController(), new AbortController()]
  let end: JobState | null = null
  const loseWith = (state: JobState) => {
    // it has served before: begun again, it may serve on
    end = state.status === 'failed' || state.status === 'succeeded' ? { ...state, status: 'lost' } : state
    lost.abort(new EndpointError('connection', `the server on the cluster ended. ${state.reason ?? ''}`.trim()))
  }
  try {
    const origin = await job.up(signal)
    const watching = job.ended(AbortSignal.any([signal, done.signal])).then(loseWith, () => {})
    const played = await play(origin, lost.signal)
    // requests may have failed before the cluster was asked
    const last = played !== null && end === null ? await job.look() : null
    if (last && hasEnded(last)) loseWith(last)
    done.abort()
    await watching
    return { played, end }
  } catch (error) {
    if (error instanceof ModelJobEnd) return { played: null, end: error.state }
    throw error
  } finally {
    done.abort()
  }
}

/** What another worker goes on with is left to it; what cannot be stopped now is stopped by the next look at leftovers. */
async function stopIfOurs({ runId, epoch }: EvaluationClaim, job: ModelJob): Promise<void> {
  try {
    await inTransaction((sql) => lockRunForAttempt(sql, runId, epoch))
  } catch (error) {
    if (error instanceof AppError && error.code === 'CONFLICT') return
  }
  await job.stop().catch(() => {})
}
