import { keyVariables, serveCommand } from '@/server/core/backends/serve-command'
import type { ModelJobPlan } from './model-job'
import type { RayClient } from './ray-client'
import type { JobRequest } from './ray-job'
import { trainerPackage } from './stage-request'

/** What the cluster is asked to run. The key stands in its environment alone: job lists and logs show the command. */
export async function modelRequest(
  client: RayClient,
  { served, place, run, key }: Pick<ModelJobPlan, 'served' | 'place' | 'run' | 'key'>,
  root: string,
): Promise<JobRequest> {
  return {
    submissionId: place.id,
    entrypoint: serveCommand(served, place),
    // only what merges verl's shards is ours
    workingDirectory: served.shards === null ? null : await client.upload(trainerPackage(root)),
    variables: {
      ...keyVariables(key),
      PYTHONUNBUFFERED: '1',
      VLLM_NO_USAGE_STATS: '1',
      RAY_JOB_STOP_WAIT_TIME_S: '10',
    },
    metadata: { envtune_run: String(run), envtune_serves: served.model },
    cpus: 1,
    gpus: served.gpus,
  }
}
