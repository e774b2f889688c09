import type { RaySettings } from '@/server/core/backends/ray-settings'
import type { Suite } from '@/server/core/tasks/task'
import type { RaySnapshot } from './snapshot'
import { type StageJob, type StagePlace, stageJob } from './stage-job'

/** When test tasks are played on a cluster. */
export type ClusterEvaluation = 'untrained' | 'final'

export interface EvaluationPlace extends Pick<StagePlace, 'run' | 'epoch' | 'stage' | 'from'> {
  readonly point: ClusterEvaluation
  /** The run's step at which the weights stand. */
  readonly step: number
}

/** A stage of which nothing is trained: its model plays test tasks, each once and greedily. */
export type EvaluationJob = StageJob & {
  readonly evaluation: {
    readonly step: number
    readonly tasks: readonly { readonly suite: string; readonly task: string; readonly split: string }[]
  }
}

/**
 * An evaluation as the trainer is told of it (trainer/README.md, version 1).
 * @param suites the run's own first, then those out of distribution
 */
export function evaluationJob(
  snapshot: RaySnapshot,
  suites: readonly [Suite, ...Suite[]],
  settings: Pick<RaySettings, 'environmentUrl' | 'checkpointFolder'>,
  { point, step, ...place }: EvaluationPlace,
): EvaluationJob {
  const job = stageJob(snapshot, suites[0], settings, { ...place, resume: null })
  const tasks = suites.flatMap((suite) =>
    suite.tasks
      .filter(({ partition }) => partition === 'test')
      .map(({ key, split }) => ({ suite: suite.name, task: key, split })),
  )
  const folder = `${settings.checkpointFolder}/run-${place.run}/evaluation-${point}`
  return { ...job, checkpoints: { ...job.checkpoints, folder }, evaluation: { step, tasks } }
}
