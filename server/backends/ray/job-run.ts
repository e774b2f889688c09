import { AppError } from '@/server/app-error'
import type { TrainerEnd } from '@/server/backends/backend'
import { hasEnded, type JobState } from './job-state'
import { JobWatch } from './job-watch'
import { LogFollower } from './log-follower'
import type { RayClient } from './ray-client'
import type { RaySink, RaySubmission } from './ray-submission'
import { submitStage } from './submit-stage'

export interface JobRunOptions {
  readonly root: string
  readonly pollMs: number
}

type Wish = 'run' | 'stop' | 'leave' | 'kill'

/** A person's stop does not wait longer than this for a cluster that does not answer. */
const awayPatienceMs = 60_000
const stopMarginMs = 60_000

/** One job of an attempt: from its submission, or from where another worker left it, to its end. */
export abstract class JobRun {
  protected wish: Wish = 'run'
  private wake: () => void = () => {}
  private follower: LogFollower | undefined
  private readonly watch: JobWatch

  constructor(
    protected readonly client: RayClient,
    protected readonly job: RaySubmission,
    protected readonly sink: RaySink,
    protected readonly options: JobRunOptions,
  ) {
    const { known } = job.assignment
    this.watch = new JobWatch(client, job.id, sink.stage, known?.status === 'stopping' ? Date.now() : null)
  }

  /** Before the job is submitted, and again whenever a worker takes it over. */
  protected abstract begin(): Promise<void>
  /** Whether a line of the job's output says something that is worth a look at once. */
  protected abstract takeLine(line: string): Promise<boolean>
  /** Whenever the job was looked at. Answers whether it has done what it was for, and is to be stopped. */
  protected abstract look(): Promise<boolean>
  /** The job has ended, and all of its output is stored. */
  protected abstract conclude(state: JobState): Promise<TrainerEnd>
  /** What the job does while it runs, in words. */
  protected abstract doing(): string
  /** Whatever else goes on is at its end. */
  protected async close(): Promise<void> {}

  ask(wish: Exclude<Wish, 'run'>): void {
    const order: readonly Wish[] = ['run', 'stop', 'leave', 'kill']
    if (order.indexOf(wish) > order.indexOf(this.wish)) this.wish = wish
    this.wake()
  }

  async run(): Promise<TrainerEnd> {
    const { client, job, sink } = this
    await this.begin()
    const loop = { asked: () => this.asked(), rest: () => this.rest() }
    const refused = await submitStage({ client, job, sink, root: this.options.root, ...loop })
    if (refused) return refused
    this.follower = this.follow()
    try {
      return await this.untilOver(this.follower)
    } catch (error) {
      await this.stopOrphan(error)
      throw error
    } finally {
      this.follower.close()
      await this.close()
    }
  }

  /** What cannot be recorded need not go on; unless it is somebody else's by now. */
  private async stopOrphan(error: unknown): Promise<void> {
    const isTaken = error instanceof AppError && error.code === 'CONFLICT'
    if (this.wish === 'leave' || isTaken) return
    await this.client.stop(this.job.id).catch(() => {})
  }

  /** Why a job that is not submitted yet need not be. */
  private asked(): TrainerEnd | null {
    if (this.wish === 'leave') return { kind: 'left' }
    if (this.wish === 'run') return null
    return { kind: 'done' }
  }

  private follow(): LogFollower {
    return new LogFollower({
      connection: this.client.connection,
      job: this.job.id,
      offset: this.job.assignment.known?.logOffset ?? 0,
      store: async ({ lines, offset }) => {
        for (const line of lines) if (await this.takeLine(line)) this.wake()
        await this.sink.stage.output(lines, offset)
      },
    })
  }

  private async untilOver(follower: LogFollower): Promise<TrainerEnd> {
    for (;;) {
      if (this.wish === 'leave') return { kind: 'left' }
      if (this.wish === 'kill') return { kind: 'lost', reason: 'The job did not end in time; it may still run.' }
      const state = await this.watch.look()
      if (state && hasEnded(state)) return await this.settle(state)
      if (follower.failure !== undefined) throw follower.failure
      const end = await this.stopWhereWanted(await this.look())
      if (end) return end
      await this.sink.stage.progress(this.standing())
      await this.rest()
    }
  }

  private async stopWhereWanted(isOver: boolean): Promise<TrainerEnd | null> {
    const { away, stopAskedAt } = this.watch
    if (stopAskedAt !== null) {
      const grace = this.job.assignment.cluster.stopGraceSeconds * 1000 + stopMarginMs
      if (Date.now() < stopAskedAt + grace) return null
      return this.settle({ status: 'lost', reason: 'The job was asked to stop and did not end in time.' })
    }
    if (this.wish === 'stop' && away && Date.now() > away.since + awayPatienceMs)
      return { kind: 'lost', reason: `${away.reason} The job may still run there.` }
    if (this.wish === 'stop' || isOver) await this.watch.stop()
    return null
  }

  /** The job is at its end: everything that it has left behind is read before that is believed. */
  private async settle(state: JobState): Promise<TrainerEnd> {
    await this.follower?.finish(await this.client.logs(this.job.id).catch(() => null))
    return this.conclude(state)
  }

  private standing(): string {
    const { away, state, stopAskedAt } = this.watch
    if (away) {
      const minutes = Math.floor((Date.now() - away.since) / 60_000)
      return `No word from the cluster${minutes > 0 ? ` for ${minutes} min` : ''}; its job may go on. ${away.reason}`
    }
    if (stopAskedAt !== null) return 'Stopping the job; it may still write a checkpoint'
    if (state.status === 'pending') return `Waiting in the cluster. ${state.reason ?? ''}`.trim()
    return this.doing()
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.options.pollMs)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** What became of a job that did not do what it was for; null: it ended as it should. */
export function endWithout({ status, reason }: JobState, wish: Wish): TrainerEnd | null {
  if (wish === 'stop') return { kind: 'done' }
  if (status === 'stopped' || status === 'failed' || status === 'lost')
    return { kind: status, reason: reason ?? 'The job ended.' }
  return null
}
