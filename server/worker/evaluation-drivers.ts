import { claimEvaluation } from '@/server/db/evaluation-jobs'
import { EvaluationDriver } from './evaluation-driver'

/** Waiting for endpoints takes no core of ours. */
const mostAtOnce = 4

/** Claims evaluations and drives them, beside everything else that a worker does. */
export class EvaluationDrivers {
  private readonly drivers = new Map<EvaluationDriver, Promise<void>>()

  constructor(
    private readonly worker: string,
    private readonly report: (error: unknown) => void,
  ) {}

  async look(): Promise<void> {
    while (this.drivers.size < mostAtOnce) {
      const driven = [...this.drivers.keys()].map(({ runId }) => runId)
      const claim = await claimEvaluation(this.worker, driven)
      if (!claim) return
      this.drive(new EvaluationDriver(claim, this.worker))
    }
  }

  /** Ends what is being played and gives the evaluations back. */
  async stop(): Promise<void> {
    for (const driver of this.drivers.keys()) driver.shutDown()
    await Promise.allSettled(this.drivers.values())
  }

  private drive(driver: EvaluationDriver): void {
    const work = driver
      .drive()
      .catch((error: unknown) => this.report(error))
      .finally(() => this.drivers.delete(driver))
    this.drivers.set(driver, work)
  }
}
