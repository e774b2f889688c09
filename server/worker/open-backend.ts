import { AppError } from '@/server/app-error'
import type { Backend, Submission } from '@/server/backends/backend'
import { localBackend } from '@/server/backends/local/local'
import { rayBackend } from '@/server/backends/ray/ray'
import type { StageAssignment, StageSink } from '@/server/backends/stage-job'
import { readConfig } from '@/server/config'
import { validationTasks } from '@/server/core/runs/stage-tasks'
import { backendOfRun } from '@/server/db/backends'
import type { Claim } from '@/server/db/claims'
import { assignStage, type ClusterAttempt } from '@/server/services/backends/assign-stage'
import { openCluster } from '@/server/services/backends/open-cluster'
import { stageSink } from '@/server/services/backends/stage-sink'

type Patiently = <T>(work: () => Promise<T>) => Promise<T>

export interface OpenBackend {
  readonly backend: Backend
  /** On a cluster: the stage that the attempt is for. */
  readonly assignment: StageAssignment | null
  readonly stageSink: (submission: Submission, patiently: Patiently) => StageSink | null
}

/** The backend of a claimed run, ready to launch. */
export async function openBackend({ snapshot, ...claim }: Claim, pollMs?: number): Promise<OpenBackend> {
  if (snapshot.backend === 'local') return { backend: localBackend, assignment: null, stageSink: () => null }
  return openRay({ ...claim, snapshot }, pollMs)
}

async function openRay(attempt: ClusterAttempt, pollMs: number | undefined): Promise<OpenBackend> {
  const stored = await backendOfRun(attempt.runId)
  if (!stored) throw new AppError('NOT_FOUND', `The backend of run ${attempt.runId} is gone.`)
  const { settings, connection } = openCluster(stored)
  const assignment = await assignStage(attempt, settings)
  const { stopGraceSeconds } = settings
  return {
    backend: rayBackend(connection, { root: readConfig().root, stopGraceSeconds, pollMs }),
    assignment,
    stageSink: ({ suite, outOfDistribution }, patiently) => {
      const plan = attempt.snapshot.curriculum.stages[assignment.stage]
      if (!plan) throw new RangeError(`run ${attempt.runId} has no stage ${assignment.stage}`)
      const validationEpisodes = validationTasks(suite, plan).length * plan.gate.validationSamples
      const suites = [suite, ...outOfDistribution]
      return stageSink({ attempt, assignment, plan, validationEpisodes, suites, patiently })
    },
  }
}
