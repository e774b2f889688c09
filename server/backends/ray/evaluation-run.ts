import type { TrainerEnd } from '@/server/backends/backend'
import { endWithout, JobRun } from './job-run'
import type { JobState } from './job-state'

/** One job that plays the test tasks; the environment server records them, and their evaluations are made here. */
export class EvaluationRun extends JobRun {
  protected async begin(): Promise<void> {}

  protected async takeLine(): Promise<boolean> {
    return false
  }

  protected async look(): Promise<boolean> {
    return false
  }

  protected async conclude(state: JobState): Promise<TrainerEnd> {
    const end = endWithout(state, this.wish)
    if (end) return end
    const missing = await this.sink.stage.evaluated()
    return missing === null ? { kind: 'evaluated' } : { kind: 'lost', reason: missing }
  }

  protected doing(): string {
    return this.job.assignment.evaluates === 'untrained' ? 'Evaluating the untrained model' : 'Evaluating'
  }
}
