import type { RaySettings } from '@/server/core/backends/ray-settings'
import type { GateVerdict } from '@/server/core/curriculum/curriculum'
import type { ClusterEvaluation } from '@/server/core/runs/evaluation-job'
import type { ValidationEvent } from './backend'

/** The stage that an attempt on a cluster carries out. Steps are those of the run unless they are called the stage's. */
export interface StageAssignment {
  /** Place in the curriculum, from 0. */
  readonly stage: number
  /** The attempt trains nothing: the weights at `from` play the test tasks, at this point of the run; null: it trains. */
  readonly evaluates: ClusterEvaluation | null
  /** Where the cluster is, and what its jobs are told about us. */
  readonly cluster: RaySettings
  /** The run's step at which the stage began; the trainer counts from there. */
  readonly startStep: number
  /** The run's step at which this attempt goes on. */
  readonly step: number
  /** A checkpoint of the stage before. */
  readonly from: string | null
  /** A checkpoint of this stage, made by an earlier attempt. */
  readonly resume: string | null
  readonly trackingRun: string
  /** What is known of the attempt's job when another worker has launched it; null: it has not been submitted. */
  readonly known: KnownJob | null
  /** Makes a token for the attempt; asked for once, right before the job is submitted. */
  readonly issueToken: () => Promise<string>
}

export interface KnownJob {
  readonly status: string
  /** The verdict by which its stage is over, when one was made already. */
  readonly over: StageOver | null
  /** Characters of its output that are stored. */
  readonly logOffset: number
}

/** Why a stage is over: at which step of the run. */
export interface StageOver {
  readonly step: number
  readonly verdict: GateVerdict
}

export interface JobReport {
  readonly status: string
  readonly reason: string | null
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}

export interface SavedCheckpoint {
  readonly step: number
  readonly path: string
  /** Null: the trainer did not say. */
  readonly bytes: number | null
}

/** What a trainer elsewhere does, as it arrives beside its reports: read from, and written to, our own record. */
export interface StageSink {
  /** The job is about to be submitted. */
  submitted(job: { readonly gpus: number; readonly cpus: number }): Promise<void>
  job(report: JobReport): Promise<void>
  /** Stores lines of the job's output together with the offset behind them. */
  output(lines: readonly string[], offset: number): Promise<void>
  checkpoint(saved: SavedCheckpoint): Promise<void>
  /** The newest checkpoint of this attempt that was made at the step or after it. */
  checkpointFrom(step: number): Promise<SavedCheckpoint | null>
  /** Steps at which the trainer's metrics say that a checkpoint was saved, and of which none is known yet. */
  unknownCheckpoints(): Promise<number[]>
  /** Checkpoints of the run that nothing will ask for any more. */
  removable(): Promise<readonly { readonly id: number; readonly path: string }[]>
  removed(ids: readonly number[]): Promise<void>
  /**
   * Validations that were not judged yet and of which everything is in.
   * @param isOver nothing more will come: what is there is everything
   */
  validations(isOver: boolean): Promise<ValidationEvent[]>
  /** The newest validation of this attempt, judged or not; null: there was none. */
  lastValidation(): Promise<ValidationEvent | null>
  /**
   * Makes the evaluations of the test tasks that were played.
   * @returns what is missing for that; null: nothing
   */
  evaluated(): Promise<string | null>
  /** Writes down how far the stage is, with words for what is being done now. */
  progress(doing: string): Promise<void>
  /** The stage ends at this step: what was recorded after it is superseded. */
  cutAfter(step: number): Promise<void>
}
