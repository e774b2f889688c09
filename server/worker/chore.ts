import { isConnectionLoss } from '@/server/db/connection-loss'

interface ChoreOptions {
  /** Answers whether more is waiting; `isWanted` turns false when the worker stops. */
  readonly work: (isWanted: () => boolean) => Promise<boolean>
  readonly everyMs: number
  readonly report: (message: string) => void
}

/** Where much is waiting, as after an import, whatever else runs on this machine still gets its share. */
const restMs = 200

/** Something that a worker does from time to time beside driving runs, never twice at once. */
export class Chore {
  private stopping = false
  private running: Promise<void> | null = null
  private next = 0

  constructor(private readonly options: ChoreOptions) {}

  /** Called often; begins the work when it is due. */
  look(): void {
    if (this.running || this.stopping || Date.now() < this.next) return
    this.running = this.carryOut().finally(() => {
      this.running = null
    })
  }

  stop(): Promise<void> {
    this.stopping = true
    return this.running ?? Promise.resolve()
  }

  private async carryOut(): Promise<void> {
    const { work, everyMs, report } = this.options
    let more = false
    try {
      more = await work(() => !this.stopping)
    } catch (error) {
      // a database that is away is told by the worker itself
      if (!isConnectionLoss(error)) report(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    this.next = Date.now() + (more ? restMs : everyMs)
  }
}
