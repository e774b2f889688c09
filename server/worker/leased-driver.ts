import { AppError } from '@/server/app-error'
import { untilReachable } from '@/server/db/connection-loss'

const renewEveryMs = 1000

/** Why work ends early. */
export type Interruption = 'cancelled' | 'shut down' | 'taken over'

/** Work that a worker has claimed and keeps by renewing its lease. */
export interface LeasedWork {
  readonly id: number
  /** How it stands by now; null: somebody else has it. */
  readonly renew: () => Promise<string | null>
  /** Answers why it gave up early; null: it did not. Throws the signal's reason. */
  readonly carryOut: (signal: AbortSignal) => Promise<string | null>
  /** Stores how it ended and gives the lease back. Throws CONFLICT when somebody else has it. */
  readonly settle: (interruption: Interruption | null, givenUp: string | null) => Promise<void>
}

/** Carries claimed work out under its lease. */
export class LeasedDriver {
  private readonly stopper = new AbortController()
  private interruption: Interruption | null = null
  private renewing = false

  constructor(private readonly work: LeasedWork) {}

  get id(): number {
    return this.work.id
  }

  /** Ends what is being done; the work waits for another worker. */
  shutDown(): void {
    this.interrupt('shut down')
  }

  async drive(): Promise<void> {
    const lease = setInterval(() => void this.renew(), renewEveryMs)
    let givenUp: string | null = null
    try {
      await this.renew()
      givenUp = await this.work.carryOut(this.stopper.signal)
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
      () => this.work.settle(this.interruption, givenUp),
      () => this.interruption !== 'shut down',
    ).catch((error: unknown) => {
      if (!isConflict(error)) throw error
    })
  }

  private interrupt(why: Interruption): void {
    this.interruption ??= why
    this.stopper.abort(new Error(`the work was ${why}`))
  }

  private async renew(): Promise<void> {
    if (this.renewing) return
    this.renewing = true
    try {
      const status = await this.work.renew()
      if (status === null) this.interrupt('taken over')
      else if (status === 'stopping') this.interrupt('cancelled')
    } catch {
      // without the database nothing can be recorded either: should the lease run out meanwhile, recording is refused
    } finally {
      this.renewing = false
    }
  }
}

const isConflict = (error: unknown): boolean => error instanceof AppError && error.code === 'CONFLICT'
