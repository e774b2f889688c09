import type { Submission, TrainerSink } from '@/server/backends/backend'
import type { StageAssignment, StageSink } from '@/server/backends/stage-job'
import type { RaySnapshot } from '@/server/core/runs/snapshot'

/** An attempt as a cluster takes it: one job for one stage. */
export interface RaySubmission extends Submission {
  readonly snapshot: RaySnapshot
  readonly assignment: StageAssignment
}

export interface RaySink extends TrainerSink {
  readonly stage: StageSink
}
