import type { TrainerEnd } from '@/server/backends/backend'
import { CleanUp } from './clean-up'
import { endWithout, JobRun, type JobRunOptions } from './job-run'
import type { JobState } from './job-state'
import type { RayClient } from './ray-client'
import type { RaySink, RaySubmission } from './ray-submission'
import { SavedCheckpoints } from './saved-checkpoints'
import { StageJudge } from './stage-judge'

/** One job for one stage, to the verdict on its end. */
export class StageRun extends JobRun {
  private readonly judge: StageJudge
  private readonly checkpoints: SavedCheckpoints
  private readonly cleanUp: CleanUp

  constructor(client: RayClient, job: RaySubmission, sink: RaySink, options: JobRunOptions) {
    super(client, job, sink, options)
    this.judge = new StageJudge(job, sink, () => this.ask('stop'))
    this.checkpoints = new SavedCheckpoints(job, sink)
    this.cleanUp = new CleanUp({ client, job: job.id, ...options }, job.assignment.cluster, sink.stage)
  }

  protected async begin(): Promise<void> {
    const { run, epoch, assignment } = this.job
    await this.sink.record({
      ...{ run, epoch, source: `ray-${epoch}`, sequence: 1, at: Date.now() },
      events: [{ type: 'stage-started', stage: assignment.stage, step: assignment.step }],
    })
  }

  protected takeLine(line: string): Promise<boolean> {
    return this.checkpoints.fromOutput(line)
  }

  protected async look(): Promise<boolean> {
    await this.checkpoints.fromMetrics()
    await this.judge.judgeArrived(false)
    this.cleanUp.start()
    return this.judge.mayEnd()
  }

  /** What has arrived meanwhile is judged before the end is believed. */
  protected async conclude(state: JobState): Promise<TrainerEnd> {
    await this.checkpoints.fromMetrics()
    await this.judge.judgeArrived(true)
    if (state.status === 'succeeded') await this.judge.judgeLast()
    if (this.judge.over) return this.judge.end(this.judge.over)
    const reason = 'The trainer ended the stage without a validation that its gate could judge.'
    return endWithout(state, this.wish) ?? { kind: 'failed', reason }
  }

  protected doing(): string {
    const { over } = this.judge
    return over ? `The stage is over (${over.verdict.verdict}); waiting for its checkpoint` : 'Training'
  }

  /** What could not be removed or written down is removed by a later attempt. */
  protected override async close(): Promise<void> {
    await this.cleanUp.ended().catch(() => {})
  }
}
