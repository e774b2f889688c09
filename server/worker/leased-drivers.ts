import { LeasedDriver, type LeasedWork } from './leased-driver'

interface LeasedDriversOptions {
  /** Claims the next work that waits, leaving out what is being done already; null: there is none. */
  readonly claim: (driven: readonly number[]) => Promise<LeasedWork | null>
  readonly mostAtOnce: number
  readonly report: (error: unknown) => void
}

/** Claims work of one kind and drives it, beside everything else that a worker does. */
export class LeasedDrivers {
  private readonly drivers = new Map<LeasedDriver, Promise<void>>()

  constructor(private readonly options: LeasedDriversOptions) {}

  async look(): Promise<void> {
    const { claim, mostAtOnce } = this.options
    while (this.drivers.size < mostAtOnce) {
      const work = await claim([...this.drivers.keys()].map(({ id }) => id))
      if (!work) return
      this.drive(new LeasedDriver(work))
    }
  }

  /** Ends what is being done and gives it back. */
  async stop(): Promise<void> {
    for (const driver of this.drivers.keys()) driver.shutDown()
    await Promise.allSettled(this.drivers.values())
  }

  private drive(driver: LeasedDriver): void {
    const work = driver
      .drive()
      .catch((error: unknown) => this.options.report(error))
      .finally(() => this.drivers.delete(driver))
    this.drivers.set(driver, work)
  }
}
