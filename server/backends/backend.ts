import type { ToolContext } from '@/server/core/environments/domain'
import type { TrainerEvent, TrainerReply } from '@/server/core/policies/trainer-events'
import type { RunSnapshot } from '@/server/core/runs/snapshot'
import type { Suite } from '@/server/core/tasks/task'
import type { EventBatch } from '@/server/recording/packed-event'
import type { StageAssignment, StageSink } from './stage-job'

/** One attempt of a run, as a backend carries it out. */
export interface Submission {
  /** Stable: the same attempt always has the same one, so that launching it twice is harmless. */
  readonly id: string
  readonly run: number
  readonly epoch: number
  readonly snapshot: RunSnapshot
  readonly suite: Suite
  readonly outOfDistribution: readonly Suite[]
  /** The day on which tools say that it is; fixed for a run, so that it can be repeated. */
  readonly context: ToolContext
  readonly checkpoint: Uint8Array | null
  /** On a cluster an attempt is one stage; null: the trainer goes through all of them itself. */
  readonly assignment: StageAssignment | null
}

export const submissionId = (run: number, epoch: number): string => `envtune-run-${run}-attempt-${epoch}`

export type ValidationEvent = Extract<TrainerEvent, { readonly type: 'validation' }>

/** Where a trainer's reports go. The backend waits for each before it takes the next. */
export interface TrainerSink {
  record(batch: EventBatch): Promise<void>
  /** @param isLast the trainer trains no further step of this stage, whatever the gate would like */
  judge(event: ValidationEvent, isLast?: boolean): Promise<TrainerReply>
  /** Lines that the trainer's process wrote beside its events. */
  log(lines: readonly string[]): Promise<void>
  /** For trainers whose episodes and metrics arrive by other ways than this one; null elsewhere. */
  readonly stage: StageSink | null
}

export type TrainerEnd =
  /** It came to the end of what it had to do, was asked to stop, or a gate stopped it; everything is recorded. */
  | { readonly kind: 'done' }
  /** It says itself why it could not go on: trying again would end the same way. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Its process is gone without a word: another attempt may go through. */
  | { readonly kind: 'lost'; readonly reason: string }
  /** Its stage is over by the gate's verdict, and the next one can start from its checkpoint. */
  | { readonly kind: 'stage-over'; readonly isLastStage: boolean }
  /** It had the test tasks to play, and every evaluation is made. */
  | { readonly kind: 'evaluated' }
  /** Somebody stopped it where it runs, not from here. */
  | { readonly kind: 'stopped'; readonly reason: string }
  /** It runs on without us; another worker will attach itself to it. */
  | { readonly kind: 'left' }

export interface TrainerHandle {
  readonly status: () => 'running' | 'ended'
  /** Settles once, after the last report has been recorded. */
  readonly ended: Promise<TrainerEnd>
  /** Asks it to write a checkpoint and end; a trainer that asks for verdicts is told with the next of them. */
  readonly stop: () => void
  /** Lets go of it at once: what can outlive us runs on, everything else is ended. */
  readonly leave: () => void
  /** Ends it at once; what it has not reported is lost. */
  readonly kill: () => void
}

/** Where runs are carried out. */
export interface Backend {
  readonly kind: string
  /** How long a stop may take; who cannot wait longer kills. */
  readonly stopPatienceMs: number
  /** Launches an attempt, or attaches to it when it runs already. */
  readonly launch: (submission: Submission, sink: TrainerSink) => TrainerHandle
}
