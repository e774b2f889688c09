import type { RayStandIn } from '@/server/backends/ray/testing/ray-stand-in'
import { starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import type { LaunchRequest, StageEdit } from '@/server/core/runs/launch-input'
import { storeCurriculum } from '@/server/db/curricula'
import type { StartedServer } from '@/server/env-server/testing/start-server'
import { saveBackend } from '@/server/services/backends/save-backend'
import { queueSmallRun } from '@/server/services/runs/testing/small-launch'
import { type Script, scriptedTrainer } from './scripted-trainer'

const edit: StageEdit = {
  ...{ groupSize: 2, batchSize: 2 },
  gate: { minSteps: 0, maxSteps: 6, validateEvery: 1, validationSamples: 1, window: 4 },
}

/** Two stages of the starter curriculum, for runs of seconds. */
export async function storeTwoStages(): Promise<void> {
  const [syntax, hints] = starterCurriculum.stages
  if (!syntax || !hints) throw new Error('the starter curriculum has fewer stages')
  await storeCurriculum({ name: 'two', title: 'Two stages', stages: [syntax, hints] })
}

interface Cluster {
  readonly ray: RayStandIn
  readonly server: StartedServer
  readonly script: Script
  readonly token?: string
}

/** Queues a small run on a cluster of its own, whose jobs follow the script; answers the run's id. */
export async function launchOnCluster(
  { ray, server, script, token = ray.token }: Cluster,
  { trainer, ...changes }: Partial<LaunchRequest> = {},
): Promise<number> {
  ray.program = (job) => scriptedTrainer(job, script)
  const settings = {
    ...{ address: ray.address, environmentUrl: `ws://127.0.0.1:${server.port}`, trackingUrl: 'http://127.0.0.1:3000' },
    ...{ checkpointFolder: '/shared', python: 'python', stopGraceSeconds: 30 },
  }
  const name = `cluster ${Math.random().toString(36).slice(2)}`
  await saveBackend({ id: null, name, settings, token })
  return queueSmallRun({
    ...{ backend: name, model: 'tiny', curriculum: 'two', stages: { syntax: edit, hints: edit } },
    trainer: { gpusPerNode: 1, evaluate: 'never', ...trainer },
    ...changes,
  })
}
