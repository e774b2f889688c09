import { join } from 'node:path'
import type { Submission } from '@/server/backends/backend'
import type { StageAssignment } from '@/server/backends/stage-job'
import { shellWord } from '@/server/core/backends/shell-word'
import { evaluationJob } from '@/server/core/runs/evaluation-job'
import { jobResources } from '@/server/core/runs/job-resources'
import type { RaySnapshot } from '@/server/core/runs/snapshot'
import { stageJob } from '@/server/core/runs/stage-job'
import { packageFiles, packageOf, type RayPackage } from './package'
import type { JobRequest } from './ray-job'

/** The trainer as a job's working directory. */
export const trainerPackage = (root: string): RayPackage => packageOf(packageFiles(join(root, 'trainer')))

/** The trainer with the stage's description beside it. */
export function stagePackage(
  submission: Submission,
  snapshot: RaySnapshot,
  assignment: StageAssignment,
  root: string,
): RayPackage {
  const { cluster, evaluates } = assignment
  const { suite, outOfDistribution, run, epoch } = submission
  const place = { ...assignment, run, epoch }
  const stage =
    evaluates === null
      ? stageJob(snapshot, suite, cluster, place)
      : evaluationJob(snapshot, [suite, ...outOfDistribution], cluster, { ...place, point: evaluates })
  const description = { path: 'stage.json', data: Buffer.from(`${JSON.stringify(stage, null, 1)}\n`) }
  return packageOf([...packageFiles(join(root, 'trainer')), description])
}

/**
 * What the cluster is asked to run. The token is in the environment alone: job lists show arguments and metadata. Only
 * what stands in the job's environment reaches verl's workers, its tracking among them.
 */
export function stageRequest(
  submission: Submission,
  snapshot: RaySnapshot,
  { cluster, stage, trackingRun, evaluates }: StageAssignment,
  { workingDirectory, token }: { readonly workingDirectory: string; readonly token: string },
): JobRequest {
  const { entrypointCpus, entrypointGpus } = jobResources(snapshot)
  return {
    submissionId: submission.id,
    entrypoint: `${shellWord(cluster.python)} -m envtune_trainer train stage.json`,
    workingDirectory,
    variables: {
      ENVTUNE_RUN_TOKEN: token,
      // its figures are made here, from the recorded episodes: the run's series are those of its training
      ...(evaluates === null ? trackingVariables(cluster.trackingUrl, trackingRun, token) : {}),
      MLFLOW_DISABLE_TELEMETRY: 'true',
      PYTHONUNBUFFERED: '1',
      RAY_JOB_STOP_WAIT_TIME_S: String(cluster.stopGraceSeconds),
    },
    metadata: {
      envtune_run: String(submission.run),
      envtune_attempt: String(submission.epoch),
      envtune_stage:
        evaluates === null ? (snapshot.curriculum.stages[stage]?.name ?? String(stage)) : `${evaluates} evaluation`,
    },
    cpus: entrypointCpus,
    gpus: entrypointGpus,
  }
}

const trackingVariables = (url: string, run: string, token: string) => ({
  MLFLOW_TRACKING_URI: url,
  MLFLOW_RUN_ID: run,
  MLFLOW_TRACKING_TOKEN: token,
})
