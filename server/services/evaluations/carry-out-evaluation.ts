import { AppError } from '@/server/app-error'
import { EndpointError } from '@/server/core/chat/endpoint-error'
import { untilReachable } from '@/server/db/connection-loss'
import type { EvaluationClaim } from '@/server/db/evaluation-jobs'
import { listOpenPlays, type OpenPlay } from '@/server/db/evaluation-plays'
import { openStoredEndpoint } from '@/server/services/endpoints/open-stored-endpoint'
import { endpointSeat } from './endpoint-seat'
import { PlayTable, type Seat } from './play-table'
import { policySeat } from './policy-seat'
import { type PlayFailure, recordPlay } from './record-play'
import { withServedModel } from './with-served-model'

/** So often a task is tried before it stays open. */
export const mostTries = 3

/** So many failures in a row, and nothing that worked between them, end the work: the endpoint is away. */
const mostFailures = (concurrency: number): number => Math.max(6, 2 * concurrency)

/** What ends the playing early. */
export interface PlayEnds {
  /** The work is not ours any more, or not wanted. */
  readonly signal: AbortSignal
  /** Who plays is gone: what is being played is invalid. */
  readonly lost: AbortSignal
}

/**
 * Plays what is open of an evaluation, as much at a time as who plays may have, and records every play as it ends.
 * Answers why it gave up before everything had been tried; null: it did not. Throws the signal's reason.
 */
export async function carryOutEvaluation(
  claim: EvaluationClaim,
  signal: AbortSignal,
  pollMs?: number,
): Promise<string | null> {
  const served = claim.snapshot.checkpoint?.served
  if (served)
    return withServedModel(claim, served, { signal, pollMs }, (seat, lost) => playOpen(claim, seat, { signal, lost }))
  const seat = await untilReachable(
    () => ownSeat(claim),
    () => !signal.aborted,
  )
  return playOpen(claim, seat, { signal, lost: new AbortController().signal })
}

async function ownSeat({ runId, snapshot }: EvaluationClaim): Promise<Seat> {
  const { endpoint, checkpoint } = snapshot
  if (checkpoint) return policySeat(runId, snapshot)
  if (!endpoint) throw new Error('the evaluation names nobody who plays')
  return endpointSeat(runId, await openStoredEndpoint(endpoint.id, endpoint.settings), snapshot)
}

async function playOpen(claim: EvaluationClaim, seat: Seat, ends: PlayEnds): Promise<string | null> {
  const suiteIds = claim.snapshot.suites.map(({ id }) => id)
  const [table, queue] = await untilReachable(
    () => Promise.all([PlayTable.open(claim, seat), listOpenPlays(claim.runId, suiteIds, mostTries)]),
    () => !ends.signal.aborted,
  )
  const work = new EvaluationWork(claim, table, queue, ends)
  await Promise.all(Array.from({ length: table.concurrency }, () => work.playAll()))
  ends.signal.throwIfAborted()
  return work.givenUp
}

class EvaluationWork {
  givenUp: string | null = null
  private failuresInARow = 0

  constructor(
    private readonly claim: EvaluationClaim,
    private readonly table: PlayTable,
    private readonly queue: OpenPlay[],
    private readonly ends: PlayEnds,
  ) {}

  async playAll(): Promise<void> {
    const { signal, lost } = this.ends
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      if (this.givenUp !== null || signal.aborted || lost.aborted) return
      await this.playOne(next)
    }
  }

  private async playOne(open: OpenPlay): Promise<void> {
    const { signal, lost } = this.ends
    const play = this.table.begin(open)
    let failure: PlayFailure | null = null
    try {
      await play.play(AbortSignal.any([signal, lost]))
    } catch (error) {
      signal.throwIfAborted()
      // whatever a play was just doing then says something else about it
      const cause: unknown = lost.aborted ? lost.reason : error
      failure = failureOf(cause)
      this.note(cause, failure)
    }
    if (failure === null) this.failuresInARow = 0
    await untilReachable(
      () => recordPlay(this.claim, open, play, failure),
      () => !signal.aborted,
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
