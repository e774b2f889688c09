import { AppError } from '@/server/app-error'
import { EndpointError } from '@/server/core/chat/endpoint-error'
import type { ForkedTurn } from '@/server/core/fork-tests/forked-turn'
import { ReplayError } from '@/server/core/replay/replay-error'
import { untilReachable } from '@/server/db/connection-loss'
import { addForkUsage, listOpenForks, type OpenFork, storeFork, storeForkFailure } from '@/server/db/fork-results'
import { type ForkTestClaim, lockForkClaim } from '@/server/db/fork-tests'
import { inTransaction } from '@/server/db/transaction'
import { type ForkPlay, ForkTable } from './fork-table'

/** So often a fork is tried before it stays open. */
const mostTries = 3

/** So many failures in a row, and nothing that worked between them, end the work: the endpoint is away. */
const mostFailures = (concurrency: number): number => Math.max(6, 2 * concurrency)

/**
 * Plays the forks of a test that are open and stores each as it ends, all its arms and repeats or none. Answers why it
 * gave up before everything had been tried; null: it did not. Throws the signal's reason.
 */
export async function carryOutForkTest(claim: ForkTestClaim, signal: AbortSignal): Promise<string | null> {
  const [table, queue] = await untilReachable(
    () => Promise.all([ForkTable.open(claim), listOpenForks(claim.id, mostTries)]),
    () => !signal.aborted,
  )
  const work = new ForkWork(claim, table, queue, signal)
  await Promise.all(Array.from({ length: table.concurrency }, () => work.playAll()))
  signal.throwIfAborted()
  return work.givenUp
}

interface Failure {
  readonly reason: string
  readonly tries: number
  /** It will not be played: it counts for nothing. */
  readonly isFinal: boolean
}

class ForkWork {
  givenUp: string | null = null
  private failuresInARow = 0

  constructor(
    private readonly claim: ForkTestClaim,
    private readonly table: ForkTable,
    private readonly queue: OpenFork[],
    private readonly signal: AbortSignal,
  ) {}

  async playAll(): Promise<void> {
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      if (this.givenUp !== null || this.signal.aborted) return
      await this.playOne(next)
    }
  }

  private async playOne(fork: OpenFork): Promise<void> {
    const play = this.table.begin(fork)
    const ended = await play.play(this.signal).catch((error: unknown) => {
      this.signal.throwIfAborted()
      return this.failureOf(error)
    })
    await untilReachable(
      () => this.record(fork, play, ended),
      () => !this.signal.aborted,
    )
    if (!('reason' in ended)) this.failuresInARow = 0
    else if (!ended.isFinal && fork.tries + ended.tries < mostTries)
      this.queue.push({ ...fork, tries: fork.tries + ended.tries })
  }

  private record(fork: OpenFork, play: ForkPlay, ended: readonly (readonly ForkedTurn[])[] | Failure): Promise<void> {
    const name = { testId: this.claim.id, position: fork.position }
    return inTransaction(async (sql) => {
      await lockForkClaim(sql, this.claim)
      await addForkUsage(sql, name, play.usage())
      if ('reason' in ended) await storeForkFailure(sql, name, ended)
      else await storeFork(sql, name, ended)
    })
  }

  /** What is wrong with the endpoint itself ends the work at once; what may pass, after a while. */
  private failureOf(error: unknown): Failure {
    if (error instanceof AppError && error.code === 'CONFLICT') throw error
    const reason = error instanceof Error ? error.message : String(error)
    if (error instanceof ReplayError || error instanceof AppError) return { reason, tries: 1, isFinal: true }
    if (!(error instanceof EndpointError))
      return { reason: `Not played because of an error here: ${reason}`, tries: mostTries, isFinal: false }
    this.failuresInARow += 1
    const isRefused = error.failure === 'refused'
    if (isRefused || this.failuresInARow >= mostFailures(this.table.concurrency)) this.givenUp ??= reason
    return { reason, tries: isRefused ? 0 : error.passes ? 1 : mostTries, isFinal: false }
  }
}
