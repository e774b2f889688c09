import { AppError } from '@/server/app-error'
import { EndpointError } from '@/server/core/chat/endpoint-error'
import { untilReachable } from '@/server/db/connection-loss'
import type { EvaluationClaim } from '@/server/db/evaluation-jobs'
import { listOpenPlays, type OpenPlay } from '@/server/db/evaluation-plays'
import { PlayTable } from './play-table'
import { type PlayFailure, recordPlay } from './record-play'

/** So often a task is tried before it stays open. */
export const mostTries = 3

/** So many failures in a row, and nothing that worked between them, end the work: the endpoint is away. */
const mostFailures = (concurrency: number): number => Math.max(6, 2 * concurrency)

/**
 * Plays what is open of an evaluation, as much at a time as who plays may have, and records every play as it ends.
 * Answers why it gave up before everything had been tried; null: it did not. Throws the signal's reason.
 */
export async function carryOutEvaluation(claim: EvaluationClaim, signal: AbortSignal): Promise<string | null> {
  const suiteIds = claim.snapshot.suites.map(({ id }) => id)
  const [table, queue] = await untilReachable(
    () => Promise.all([PlayTable.open(claim), listOpenPlays(claim.runId, suiteIds, mostTries)]),
    () => !signal.aborted,
  )
  const work = new EvaluationWork(claim, table, queue, signal)
  await Promise.all(Array.from({ length: table.concurrency }, () => work.playAll()))
  signal.throwIfAborted()
  return work.givenUp
}

class EvaluationWork {
  givenUp: string | null = null
  private failuresInARow = 0

  constructor(
    private readonly claim: EvaluationClaim,
    private readonly table: PlayTable,
    private readonly queue: OpenPlay[],
    private readonly signal: AbortSignal,
  ) {}

  async playAll(): Promise<void> {
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      if (this.givenUp !== null || this.signal.aborted) return
      await this.playOne(next)
    }
  }

  private async playOne(open: OpenPlay): Promise<void> {
    const play = this.table.begin(open)
    let failure: PlayFailure | null = null
    try {
      await play.play(this.signal)
    } catch (error) {
      this.signal.throwIfAborted()
      failure = failureOf(error)
      this.note(error, failure)
    }
    if (failure === null) this.failuresInARow = 0
    await untilReachable(
      () => recordPlay(this.claim, open, play, failure),
      () => !this.signal.aborted,
    )
    const tries = open.tries + (failure?.tries ?? 0)
    if (failure !== null && tries < mostTries) this.queue.push({ ...open, tries })
  }

  /** What is wrong with the endpoint itself ends the work at once; what may pass, after a while. */
  private note(error: unknown, { reason }: PlayFailure): void {
    this.failuresInARow += 1
    const isRefused = error instanceof EndpointError && error.failure === 'refused'
    if (isRefused || this.failuresInARow >= mostFailures(this.table.concurrency)) this.givenUp ??= reason
  }
}

/** A refusal costs no try: with the right key or address the task is played. What cannot pass is not tried again. */
function failureOf(error: unknown): PlayFailure {
  if (error instanceof AppError && error.code === 'CONFLICT') throw error
  const reason = error instanceof Error ? error.message : String(error)
  if (!(error instanceof EndpointError))
    return { reason: `Not played because of an error here: ${reason}`, tries: mostTries }
  if (error.failure === 'refused') return { reason, tries: 0 }
  return { reason, tries: error.passes ? 1 : mostTries }
}
