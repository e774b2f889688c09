import { trainCpuPolicy } from '@/server/core/policies/cpu-trainer'
import type { TrainerEvent, TrainerReply } from '@/server/core/policies/trainer-events'
import { trainableDomains } from '@/server/environments/environments'
import { ownEnvironmentHash } from '@/server/hashes/source-hashes'
import { EventBuffer } from './event-buffer'
import type { TrainerJob } from './messages'
import { ParentLink } from './parent-link'

/** How often the pipe gets its turn while the policy trains. */
const breathMs = 50

/** The trainer's process: runs the built-in policy's trainer and reports what it does, batch by batch. */
async function main(): Promise<void> {
  const link = new ParentLink()
  const job = await link.job()
  try {
    await train(job, link)
    await link.end({ type: 'done' })
  } catch (error) {
    await link.end({ type: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

/** This process has loaded the user's environments anew: they have to be what the run was launched with. */
function refuseChangedEnvironment({ snapshot, suite, outOfDistribution }: TrainerJob): void {
  const references = [snapshot.suite, ...snapshot.outOfDistribution]
  for (const { name, hash, toolDocs } of [suite, ...outOfDistribution]) {
    const recorded = references.find((reference) => reference.hash === hash)?.environment
    if (ownEnvironmentHash(Object.keys(toolDocs)) === recorded) continue
    throw new Error(
      `The files of the environment that "${name}" plays in have changed since the run was launched, or are not loaded (ENVTUNE_ENVIRONMENTS). Start Envtune again and launch a new run.`,
    )
  }
}

async function train(job: TrainerJob, link: ParentLink): Promise<void> {
  refuseChangedEnvironment(job)
  const events = trainCpuPolicy({
    snapshot: job.snapshot,
    suite: job.suite,
    outOfDistribution: job.outOfDistribution,
    registry: trainableDomains(),
    context: job.context,
    ...(job.checkpoint ? { resumeFrom: job.checkpoint } : {}),
  })
  const reporter = new Reporter(link)
  let reply: TrainerReply | undefined
  for (let next = events.next(); !next.done; next = events.next(reply)) {
    reply = await reporter.report(next.value)
  }
  await reporter.flush()
}

class Reporter {
  private readonly buffer = new EventBuffer()
  private sequence = 0
  private lastBreath = Date.now()

  constructor(private readonly link: ParentLink) {}

  async report(event: TrainerEvent): Promise<TrainerReply | undefined> {
    this.buffer.add(event, Date.now())
    if (event.type === 'validation') {
      await this.flush()
      await this.link.allStored()
      return this.link.judge(event)
    }
    if (this.buffer.isDue(Date.now()) || event.type === 'checkpoint') await this.flush()
    await this.breathe()
    return undefined
  }

  async flush(): Promise<void> {
    if (this.buffer.isEmpty()) return
    this.sequence += 1
    await this.link.send(this.sequence, this.buffer.take())
  }

  /** Lets acknowledgements, and the news that the worker is gone, come in. */
  private async breathe(): Promise<void> {
    if (Date.now() - this.lastBreath < breathMs) return
    await new Promise((resolve) => setImmediate(resolve))
    this.lastBreath = Date.now()
  }
}

await main()
