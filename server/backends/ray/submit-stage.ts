import type { TrainerEnd } from '@/server/backends/backend'
import { jobResources } from '@/server/core/runs/job-resources'
import type { RayClient } from './ray-client'
import { isRayFailure, RayFailure } from './ray-failure'
import type { RaySink, RaySubmission } from './ray-submission'
import { stagePackage, stageRequest } from './stage-request'

interface Submitting {
  readonly client: RayClient
  readonly job: RaySubmission
  readonly sink: RaySink
  /** The checkout, whose folder `trainer` the job runs. */
  readonly root: string
  /** Why not to go on; null: go on. */
  readonly asked: () => TrainerEnd | null
  readonly rest: () => Promise<void>
}

/** Submits a stage's job unless that was done, however long the cluster is away. Null: it is the cluster's now. */
export async function submitStage({ client, job, sink, root, asked, rest }: Submitting): Promise<TrainerEnd | null> {
  const { assignment, snapshot } = job
  if (assignment.known && assignment.known.status !== 'submitting') return null
  const { gpus, cpus } = jobResources(snapshot)
  await sink.stage.submitted({ gpus, cpus })
  const data = stagePackage(job, snapshot, assignment, root)
  let token: string | undefined
  for (;;) {
    const end = asked()
    if (end) return end
    try {
      const workingDirectory = await client.upload(data)
      token ??= await assignment.issueToken()
      await client.submit(stageRequest(job, snapshot, assignment, { workingDirectory, token }))
      break
    } catch (error) {
      // the answer to an earlier try was lost, or another worker's was: the job is ours all the same
      if (isRayFailure(error, 'exists')) break
      if (!isRayFailure(error, 'unreachable')) return failedBy(error)
      await sink.stage.progress(`Waiting for the cluster: ${error.message}`)
      await rest()
    }
  }
  await sink.stage.job({ status: 'pending', reason: null, startedAt: null, endedAt: null })
  return null
}

function failedBy(error: unknown): TrainerEnd {
  if (error instanceof RayFailure) return { kind: 'failed', reason: error.message }
  throw error
}
