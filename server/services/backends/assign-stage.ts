import { submissionId } from '@/server/backends/backend'
import type { KnownJob, StageAssignment } from '@/server/backends/stage-job'
import type { RaySettings } from '@/server/core/backends/ray-settings'
import type { ClusterEvaluation } from '@/server/core/runs/evaluation-job'
import { nextPlace } from '@/server/core/runs/next-place'
import type { RaySnapshot } from '@/server/core/runs/snapshot'
import { stageScope } from '@/server/core/runs/stage-scope'
import { findJob, newestVerdict } from '@/server/db/backend-jobs'
import type { ClaimedCheckpoint } from '@/server/db/claims'
import { stageProgress, stageStartLocation, trackingIdOf } from '@/server/db/stage-progress'
import { createRunToken } from '@/server/services/tokens/create-run-token'

export interface ClusterAttempt {
  readonly runId: number
  readonly attemptId: number
  readonly epoch: number
  readonly snapshot: RaySnapshot
  readonly checkpoint: ClaimedCheckpoint | null
  readonly evaluates: ClusterEvaluation | null
}

/** Which stage an attempt on a cluster carries out, from which checkpoint, and what is known of its job. */
export async function assignStage(attempt: ClusterAttempt, cluster: RaySettings): Promise<StageAssignment> {
  const { runId, attemptId, snapshot, checkpoint, evaluates } = attempt
  const { stages } = snapshot.curriculum
  const advances = stages.map(({ gate }) => gate.advanceAtLimit)
  const place = nextPlace(checkpoint, await stageProgress(runId), advances)
  const location = checkpoint?.location ?? null
  return {
    ...{ stage: place.stage, evaluates, cluster, startStep: place.startStep, step: place.step },
    from:
      place.isStart || evaluates !== null ? location : await stageStartLocation(runId, place.stage, place.startStep),
    resume: place.isStart || evaluates !== null ? null : location,
    trackingRun: await trackingIdOf(runId),
    known: await knownJob(attempt),
    issueToken: () =>
      createRunToken({
        ...{ run: runId, attempt: attemptId, expiresAt: null },
        scope: stageScope(snapshot, evaluates === null ? place.stage : null),
      }),
  }
}

async function knownJob({ runId, epoch, attemptId }: ClusterAttempt): Promise<KnownJob | null> {
  const job = await findJob(attemptId, submissionId(runId, epoch))
  if (!job) return null
  const newest = await newestVerdict(attemptId)
  const isOver = newest !== null && newest.verdict.verdict !== 'wait' && newest.verdict.verdict !== 'stalled'
  return { ...job, over: isOver ? newest : null }
}
