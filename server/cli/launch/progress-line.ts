import { noHeartbeat } from '@/server/core/health/heartbeat-rules'
import type { RunProgressLine } from '@/server/db/run-report'

const width = 24

/** One line that says how far a run is: bar, stage, what is being done, latest figures, time. */
export function progressLine(run: RunProgressLine, now: Date): string {
  if (run.status === 'queued')
    return `${bar(0)}  queued${run.statusReason ? `: ${run.statusReason}` : ', waiting for a worker'}`
  const stage = run.stageIndex === null ? 'before training' : `stage ${run.stageIndex + 1} of ${run.stageCount}`
  const figures = [run.latestReward === null ? null : `reward ${run.latestReward.toFixed(2)}`, accuracyOf(run)]
  const elapsed = run.startedAt ? clock(now.getTime() - run.startedAt.getTime()) : null
  const parts = [statusOf(run, now), stage, run.doing, `step ${run.trainingStep}`, ...figures, elapsed]
  return `${bar(overall(run))}  ${parts.filter((part) => part !== null).join(' · ')}`
}

/** A run that is not heard is said to be that, and no more. */
function statusOf({ status, heartbeatAt }: RunProgressLine, now: Date): string {
  const silent = heartbeatAt ? now.getTime() - heartbeatAt.getTime() : 0
  const lives = status === 'running' || status === 'evaluating' || status === 'stopping'
  return lives && silent > 1000 * noHeartbeat.threshold.usual ? `no heartbeat for ${clock(silent)}` : status
}

/** Once it is finished the test counts; validation tasks are others, played with sampling. */
function accuracyOf({ status, testTask, suite, latestAccuracy }: RunProgressLine): string | null {
  if (status === 'finished' && testTask !== null)
    return `${(100 * testTask).toFixed(0)} % of ${suite ? `the test tasks of ${suite.name}` : 'the test tasks'}`
  return latestAccuracy === null ? null : `${(100 * latestAccuracy).toFixed(0)} % of the validation tasks`
}

/** Stages count alike; what is done after a stage belongs to it. */
function overall(run: RunProgressLine): number {
  if (run.status === 'finished') return 1
  const inStage = run.status === 'evaluating' || run.doing?.startsWith('Evaluating') ? 1 : run.progress
  return run.stageIndex === null ? 0 : Math.min(1, (run.stageIndex + inStage) / run.stageCount)
}

function bar(share: number): string {
  const filled = Math.round(share * width)
  return `[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${String(Math.round(100 * share)).padStart(3)} %`
}

function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
