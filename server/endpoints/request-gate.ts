import { setTimeout as sleep } from 'node:timers/promises'

export interface GateLimits {
  readonly concurrency: number
  readonly requestsPerMinute: number | null
}

/**
 * Lets requests to one endpoint through: so many at a time, evenly spread when there is a limit a minute, and none
 * while the server wants to be left alone. Everything in this process that talks to the endpoint shares it.
 */
export class RequestGate {
  private inside = 0
  private readonly waiting: (() => void)[] = []
  /** On the clock of `performance.now()`. */
  private nextStart = 0

  constructor(public limits: GateLimits) {}

  /** Settles when a request may start; `leave` has to follow. Throws the signal's reason. */
  async enter(signal: AbortSignal): Promise<void> {
    await this.room(signal)
    try {
      await this.turn(signal)
    } catch (error) {
      this.leave()
      throw error
    }
  }

  leave(): void {
    this.inside -= 1
    this.waiting.shift()?.()
  }

  /** Nobody starts for so long. */
  pause(ms: number): void {
    this.nextStart = Math.max(this.nextStart, performance.now() + ms)
  }

  private async room(signal: AbortSignal): Promise<void> {
    while (this.inside >= this.limits.concurrency) {
      signal.throwIfAborted()
      await this.wait(signal)
    }
    signal.throwIfAborted()
    this.inside += 1
  }

  /** Settles when somebody has left, or nobody waits here any more: then the next in line must not lose their call. */
  private wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      const giveUp = () => {
        const place = this.waiting.indexOf(go)
        if (place >= 0) this.waiting.splice(place, 1)
        resolve()
      }
      this.waiting.push(go)
      signal.addEventListener('abort', giveUp, { once: true })
    })
  }

  private async turn(signal: AbortSignal): Promise<void> {
    for (let wait = this.nextStart - performance.now(); wait > 0; wait = this.nextStart - performance.now())
      await sleep(wait, undefined, { signal })
    const { requestsPerMinute } = this.limits
    if (requestsPerMinute !== null) this.nextStart = performance.now() + 60_000 / requestsPerMinute
  }
}

const gates = new Map<number, RequestGate>()

/** The gate of a stored endpoint, with its present limits. */
export function gateOf(endpoint: number, limits: GateLimits): RequestGate {
  const known = gates.get(endpoint)
  if (known) {
    known.limits = limits
    return known
  }
  const gate = new RequestGate(limits)
  gates.set(endpoint, gate)
  return gate
}
