import { randomBytes } from 'node:crypto'
import { availableParallelism, hostname } from 'node:os'
import { type BackendKind, type Claim, claimRun } from '@/server/db/claims'
import { isConnectionLoss } from '@/server/db/connection-loss'
import { forgetWorker, workerHeartbeat } from '@/server/db/workers'
import { announceNow } from '@/server/services/recording/announce-run'
import type { Chore } from './chore'
import { RunDriver } from './drive-run'
import { nextEvaluation } from './evaluation-work'
import { nextForkTest } from './fork-test-work'
import { healthChores } from './health-chores'
import { HealthLooks } from './health-looks'
import { LeasedDrivers } from './leased-drivers'
import { leftServersChore } from './left-servers-chore'
import { type OpenBackend, openBackend } from './open-backend'
import { outlineChore } from './outline-chore'
import { searchChore } from './search-chore'

const lookEveryMs = 500
const heartbeatEveryMs = 3000
/** Following a job elsewhere costs a request every other second. */
const mostClusterRuns = 32
/** Waiting for endpoints takes no core of ours; those that wait in the queue of a cluster must not keep others waiting. */
const mostEvaluations = 8
const mostForkTests = 4

/** A trainer and the recording of what it does take a core each. */
const defaultConcurrency = (): number => Math.max(1, Math.floor(availableParallelism() / 2))

export interface WorkerOptions {
  readonly concurrency?: number | undefined
  /** How often a job on a cluster is looked at. */
  readonly pollMs?: number | undefined
  /** Told what went wrong in carrying out runs; the worker goes on. */
  readonly report?: (message: string) => void
}

/** Claims runs and drives them, so many at once, until it is stopped. */
export class Worker {
  readonly id = `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`
  private readonly concurrency: number
  private readonly report: (message: string) => void
  private readonly drivers = new Map<RunDriver, Promise<void>>()
  private readonly health = new HealthLooks()
  private readonly chores: readonly Chore[]
  private readonly evaluations: LeasedDrivers
  private readonly forkTests = new LeasedDrivers({
    claim: (driven) => nextForkTest(this.id, driven),
    mostAtOnce: mostForkTests,
    report: (error) => this.report(messageOf(error)),
  })
  private readonly open: (claim: Claim) => Promise<OpenBackend>
  private stopping = false
  private wake: () => void = () => {}
  private loop: Promise<void> | undefined
  private lastHeartbeat = 0

  constructor({ concurrency = defaultConcurrency(), pollMs, report = () => {} }: WorkerOptions = {}) {
    this.concurrency = concurrency
    this.report = report
    this.chores = [...healthChores(report), searchChore(report), outlineChore(report), leftServersChore(report, pollMs)]
    this.open = (claim) => openBackend(claim, pollMs)
    this.evaluations = new LeasedDrivers({
      claim: (driven) => nextEvaluation(this.id, driven, pollMs),
      mostAtOnce: mostEvaluations,
      report: (error) => this.report(messageOf(error)),
    })
  }

  start(): void {
    this.loop ??= this.run()
  }

  /** Ends the trainers and gives the runs back; another worker goes on from their checkpoints. */
  async stop(): Promise<void> {
    this.stopping = true
    this.wake()
    await this.loop
    for (const driver of this.drivers.keys()) driver.shutDown()
    await Promise.allSettled([...this.drivers.values(), this.evaluations.stop(), this.forkTests.stop()])
    await this.health.ended()
    await Promise.all(this.chores.map((chore) => chore.stop()))
    await forgetWorker(this.id).catch(() => {})
  }

  private async run(): Promise<void> {
    let away = false
    while (!this.stopping) {
      try {
        await this.look()
        away = false
      } catch (error) {
        if (!isConnectionLoss(error)) this.report(messageOf(error))
        else if (!away) this.report('The database cannot be reached; waiting for it.')
        away = true
      }
      await this.rest()
    }
  }

  private async look(): Promise<void> {
    if (Date.now() - this.lastHeartbeat > heartbeatEveryMs) {
      await workerHeartbeat(this.id, this.concurrency)
      this.lastHeartbeat = Date.now()
    }
    this.health.look()
    for (const chore of this.chores) chore.look()
    await this.evaluations.look()
    await this.forkTests.look()
    for (let room = this.room(); !this.stopping && room.length > 0; room = this.room()) {
      const driven = [...this.drivers.keys()].map((driver) => driver.runId)
      const outcome = await claimRun(this.id, driven, room)
      if (!outcome) return
      if (outcome.kind === 'settled') await announceNow(outcome.runId, outcome.change)
      else {
        await announceNow(outcome.claim.runId, outcome.change)
        this.drive(new RunDriver(outcome.claim, this.id, this.open))
      }
    }
  }

  /** For which kinds of runs there is room: a run on a cluster takes no core of ours, so it waits for no local one. */
  private room(): BackendKind[] {
    const kinds = [...this.drivers.keys()].map(({ kind }) => kind)
    const count = (kind: BackendKind) => kinds.filter((driven) => driven === kind).length
    return [
      ...(count('local') < this.concurrency ? (['local'] as const) : []),
      ...(count('ray') < mostClusterRuns ? (['ray'] as const) : []),
    ]
  }

  private drive(driver: RunDriver): void {
    const work = driver
      .drive()
      .catch((error: unknown) => this.report(messageOf(error)))
      .finally(() => {
        this.drivers.delete(driver)
        this.wake()
      })
    this.drivers.set(driver, work)
  }

  private rest(): Promise<void> {
    if (this.stopping) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookEveryMs)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))
