import { AppError } from '@/server/app-error'
import type { TrainerEnd } from '@/server/backends/backend'
import { CleanUp } from './clean-up'
import { hasEnded, type JobState } from './job-state'
import { JobWatch } from './job-watch'
import { LogFollower } from './log-follower'
import type { RayClient } from './ray-client'
import type { RaySink, RaySubmission } from './ray-submission'
import { SavedCheckpoints } from './saved-checkpoints'
import { StageJudge } from './stage-judge'
import { submitStage } from './submit-stage'

export interface StageRunOptions {
  readonly root: string
  readonly pollMs: number
}

type Wish = 'run' | 'stop' | 'leave' | 'kill'

/** A person's stop does not wait longer than this for a cluster that does not answer. */
const awayPatienceMs = 60_000
const stopMarginMs = 60_000

/** One job for one stage: from its submission, or from where another worker left it, to the verdict on its end. */
export class StageRun {
  private wish: Wish = 'run'
  private wake: () => void = () => {}
  private follower: LogFollower | undefined
  private readonly watch: JobWatch
  private readonly judge: StageJudge
  private readonly checkpoints: SavedCheckpoints
  private readonly cleanUp: CleanUp

  constructor(
    private readonly client: RayClient,
    private readonly job: RaySubmission,
    private readonly sink: RaySink,
    private readonly options: StageRunOptions,
  ) {
    const { known, cluster } = job.assignment
    this.watch = new JobWatch(client, job.id, sink.stage, known?.status === 'stopping' ? Date.now() : null)
    this.judge = new StageJudge(job, sink, () => this.ask('stop'))
    this.checkpoints = new SavedCheckpoints(job, sink)
    this.cleanUp = new CleanUp({ client, job: job.id, ...options }, cluster, sink.stage)
  }

  ask(wish: Exclude<Wish, 'run'>): void {
    const order: readonly Wish[] = ['run', 'stop', 'leave', 'kill']
    if (order.indexOf(wish) > order.indexOf(this.wish)) this.wish = wish
    this.wake()
  }

  async run(): Promise<TrainerEnd> {
    const { client, job, sink } = this
    await sink.record({
      ...{ run: job.run, epoch: job.epoch, source: `ray-${job.epoch}`, sequence: 1, at: Date.now() },
      events: [{ type: 'stage-started', stage: job.assignment.stage, step: job.assignment.step }],
    })
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
      // what it could not remove or write down is removed by a later attempt
      await this.cleanUp.ended().catch(() => {})
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
        for (const line of lines) if (await this.checkpoints.fromOutput(line)) this.wake()
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
      await this.checkpoints.fromMetrics()
      await this.judge.judgeArrived(false)
      this.cleanUp.start()
      const end = await this.stopWhereWanted()
      if (end) return end
      await this.sink.stage.progress(this.doing())
      await this.rest()
    }
  }

  private async stopWhereWanted(): Promise<TrainerEnd | null> {
    const { away, stopAskedAt } = this.watch
    if (stopAskedAt !== null) {
      const grace = this.job.assignment.cluster.stopGraceSeconds * 1000 + stopMarginMs
      if (Date.now() < stopAskedAt + grace) return null
      return this.settle({ status: 'lost', reason: 'The job was asked to stop and did not end in time.' })
    }
    if (this.wish === 'stop' && away && Date.now() > away.since + awayPatienceMs)
      return { kind: 'lost', reason: `${away.reason} The job may still run there.` }
    if (this.wish === 'stop' || (await this.judge.mayEnd())) await this.watch.stop()
    return null
  }

  /** The job is at its end: everything that it has left behind is read and judged before that is believed. */
  private async settle({ status, reason }: JobState): Promise<TrainerEnd> {
    await this.follower?.finish(await this.client.logs(this.job.id).catch(() => null))
    await this.checkpoints.fromMetrics()
    await this.judge.judgeArrived(true)
    if (status === 'succeeded') await this.judge.judgeLast()
    if (this.judge.over) return this.judge.end(this.judge.over)
    if (this.wish === 'stop') return { kind: 'done' }
    if (status === 'stopped' || status === 'failed' || status === 'lost')
      return { kind: status, reason: reason ?? 'The job ended.' }
    return { kind: 'failed', reason: 'The trainer ended the stage without a validation that its gate could judge.' }
  }

  private doing(): string {
    const { away, state, stopAskedAt } = this.watch
    if (away) {
      const minutes = Math.floor((Date.now() - away.since) / 60_000)
      return `No word from the cluster${minutes > 0 ? ` for ${minutes} min` : ''}; its job may go on. ${away.reason}`
    }
    if (stopAskedAt !== null) return 'Stopping the job; it may still write a checkpoint'
    const { over } = this.judge
    if (over) return `The stage is over (${over.verdict.verdict}); waiting for its checkpoint`
    if (state.status === 'pending') return `Waiting in the cluster. ${state.reason ?? ''}`.trim()
    return 'Training'
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
