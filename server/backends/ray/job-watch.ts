import type { StageSink } from '@/server/backends/stage-job'
import { type ExitWords, hasEnded, type JobState, jobState } from './job-state'
import type { RayClient } from './ray-client'
import { isRayFailure, mayPass } from './ray-failure'
import { nodeOf } from './ray-job'

/** How a job stands by what its cluster says whenever it is asked, written down each time. */
export class JobWatch {
  /** As the cluster last said. */
  state: JobState = { status: 'pending', reason: null }
  /** Since when the cluster has not answered, and why; null: it answers. */
  away: { readonly since: number; readonly reason: string } | null = null
  /** Where the job's command runs; null: not known. */
  node: string | null = null

  constructor(
    private readonly client: RayClient,
    private readonly id: string,
    private readonly sink: Pick<StageSink, 'job'>,
    /** When the job was asked to stop; null: it was not. */
    public stopAskedAt: number | null,
    private readonly exit?: ExitWords,
  ) {}

  /** Null: the cluster does not say. Throws what waiting does not mend. */
  async look(): Promise<JobState | null> {
    try {
      const job = await this.client.job(this.id)
      this.away = null
      this.node = nodeOf(job) ?? this.node
      this.state = jobState(job, this.stopAskedAt !== null, this.exit)
      const endedAt = hasEnded(this.state) ? new Date(job.end_time ?? Date.now()) : null
      const startedAt = this.state.status === 'pending' ? null : new Date()
      await this.sink.job({ ...this.state, startedAt, endedAt })
      return this.state
    } catch (error) {
      if (isRayFailure(error, 'missing')) return this.forgotten()
      if (!mayPass(error)) throw error
      this.away ??= { since: Date.now(), reason: error instanceof Error ? error.message : String(error) }
      return null
    }
  }

  /** Asks the job to stop. One that has ended, or that the cluster has forgotten, is told by the next look. */
  async stop(): Promise<void> {
    try {
      await this.client.stop(this.id)
      this.stopAskedAt = Date.now()
      await this.sink.job({ status: 'stopping', reason: null, startedAt: null, endedAt: null })
    } catch (error) {
      if (!mayPass(error) && !isRayFailure(error, 'missing')) throw error
    }
  }

  private async forgotten(): Promise<JobState> {
    this.state = {
      status: 'lost',
      reason: 'The cluster does not know the job any more: its head was started anew, or somebody deleted the job.',
    }
    await this.sink.job({ ...this.state, startedAt: null, endedAt: new Date() })
    return this.state
  }
}
