import { hasEnded } from '@/server/backends/ray/job-state'
import { JobWatch } from '@/server/backends/ray/job-watch'
import { RayClient } from '@/server/backends/ray/ray-client'
import { isRayFailure } from '@/server/backends/ray/ray-failure'
import type { JobReport } from '@/server/backends/stage-job'
import { updateJob } from '@/server/db/backend-jobs'
import { findBackend } from '@/server/db/backends'
import { pool } from '@/server/db/client'
import { type LeftServer, listLeftServers } from '@/server/db/left-servers'
import { openCluster } from '@/server/services/backends/open-cluster'

const most = 50

/** Stops jobs that serve models for evaluations which have ended. @param isWanted turns false when the worker ends */
export async function stopLeftServers(isWanted: () => boolean): Promise<void> {
  for (const left of await listLeftServers(most)) {
    if (!isWanted()) return
    await stop(left).catch((error: unknown) => {
      // a cluster that is away is asked again
      if (!isRayFailure(error)) throw error
    })
  }
}

async function stop({ submissionId, backend }: LeftServer): Promise<void> {
  const stored = await findBackend(backend)
  if (!stored) return
  const sink = {
    job: async (report: JobReport) => {
      await updateJob(pool(), { submissionId, ...report })
    },
  }
  const watch = new JobWatch(new RayClient(openCluster(stored).connection), submissionId, sink, null)
  const state = await watch.look()
  if (state && !hasEnded(state)) await watch.stop()
}
