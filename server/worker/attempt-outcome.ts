import type { TrainerEnd } from '@/server/backends/backend'
import type { ClusterEvaluation } from '@/server/core/runs/evaluation-job'
import type { AttemptEnd } from '@/server/db/attempt-end'
import type { RunProgress } from '@/server/db/run-progress'

export interface Circumstances {
  /** A person asked the run to stop. */
  readonly stopRequested: boolean
  /** On a cluster: test tasks are played after the last stage. */
  readonly evaluatesAtEnd: boolean
  /** The worker is shutting down and ended the trainer itself. */
  readonly shuttingDown: boolean
}

/** A trainer that has ended; one that was left runs on. */
export type EndedTrainer = Exclude<TrainerEnd, { readonly kind: 'left' }>
type TrainingEnd = Exclude<EndedTrainer, { readonly kind: 'evaluated' }>

/** How attempt and run stand after the trainer's end. Reasons are for people: what happened, what they can do. */
export function attemptOutcome(end: TrainingEnd, progress: RunProgress, circumstances: Circumstances): AttemptEnd {
  if (end.kind === 'done') return doneOutcome(progress, circumstances)
  if (end.kind === 'stage-over') return stageOutcome(end.isLastStage, progress, circumstances)
  if (end.kind === 'stopped')
    return { attempt: 'stopped', run: 'stopped', reason: `${end.reason} Resume goes on from its last checkpoint.` }
  if (end.kind === 'failed') return { attempt: 'failed', run: 'failed', reason: failedReason(end.reason) }
  if (circumstances.stopRequested) return { attempt: 'stopped', run: 'stopped', reason: stoppedReason(progress) }
  if (circumstances.shuttingDown)
    return {
      attempt: 'interrupted',
      run: 'queued',
      reason: 'Its worker was shut down; goes on from its last checkpoint.',
    }
  return { attempt: 'lost', run: 'queued', reason: end.reason }
}

/** On a cluster every stage is an attempt of its own. */
function stageOutcome(
  isLastStage: boolean,
  progress: RunProgress,
  { stopRequested, evaluatesAtEnd }: Circumstances,
): AttemptEnd {
  if (isLastStage && stopRequested && evaluatesAtEnd) return { attempt: 'done', run: 'stopped', reason: notEvaluated }
  if (isLastStage && !evaluatesAtEnd) return { attempt: 'done', run: 'finished', reason: null }
  if (stopRequested) return { attempt: 'done', run: 'stopped', reason: stoppedReason(progress) }
  return { attempt: 'done', run: 'queued', reason: null }
}

function doneOutcome(progress: RunProgress, { stopRequested }: Circumstances): AttemptEnd {
  const { stage } = progress
  if (progress.hasFinalEvaluation) return { attempt: 'done', run: 'finished', reason: null }
  if (stage?.verdict === 'collapse') {
    const reason = `Collapse in stage "${stage.name}": ${stage.reason} Resume goes back to the best checkpoint before it.`
    return { attempt: 'done', run: 'failed', reason }
  }
  if (stopRequested) return { attempt: 'stopped', run: 'stopped', reason: stoppedReason(progress) }
  if (stage?.verdict === 'limit')
    return { attempt: 'done', run: 'stopped', reason: `Stage "${stage.name}" did not pass its gate. ${stage.reason}` }
  return { attempt: 'failed', run: 'failed', reason: 'The trainer ended before the curriculum did. See the log.' }
}

const notEvaluated = 'Trained, and stopped before its final evaluation. Resume plays the test tasks.'

/**
 * How attempt and run stand after an attempt of a cluster that was to play the test tasks. What was trained is not lost
 * with it: a failed evaluation ends a trained run with its reason, and one before the training lets that begin.
 */
export function evaluationOutcome(
  end: EndedTrainer,
  point: ClusterEvaluation,
  { stopRequested, shuttingDown }: Pick<Circumstances, 'stopRequested' | 'shuttingDown'>,
): AttemptEnd {
  const isFinal = point === 'final'
  const resume = isFinal ? notEvaluated : 'Stopped before its first stage. Resume goes on from there.'
  if (end.kind === 'evaluated' && isFinal) return { attempt: 'done', run: 'finished', reason: null }
  if (stopRequested || end.kind === 'stopped')
    return { attempt: end.kind === 'evaluated' ? 'done' : 'stopped', run: 'stopped', reason: resume }
  if (end.kind === 'evaluated') return { attempt: 'done', run: 'queued', reason: null }
  const reason = 'reason' in end ? end.reason : 'It ended before it had played the test tasks.'
  if (end.kind !== 'failed')
    return { attempt: shuttingDown ? 'interrupted' : 'lost', run: 'queued', reason: reason.slice(0, maxReason) }
  return { attempt: 'failed', run: 'queued', reason: reason.slice(0, maxReason) }
}

const stoppedReason = ({ step }: RunProgress): string => `Stopped at step ${step}. Resume goes on from its checkpoint.`

const maxReason = 1000

/** The message without the stack: that is in the log. */
const failedReason = (reason: string): string =>
  `The trainer gave up: ${reason.split('\n    at ')[0]?.slice(0, maxReason) ?? 'no reason given'}`
