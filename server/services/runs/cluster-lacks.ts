import { engineProof } from '@/server/core/runs/engine-proof'
import { jobResources } from '@/server/core/runs/job-resources'
import type { LaunchInput } from '@/server/core/runs/launch-input'
import type { StoredBackend } from '@/server/db/backends'

/** What a person should know of a cluster before launching on it. */
export function clusterLacks({ health, healthAt }: StoredBackend, { engine, trainer }: LaunchInput): string[] {
  const { gpus } = jobResources({ engine, settings: trainer })
  const known = health?.ok === true
  const there = known ? (health.gpus?.total ?? 0) : null
  return [
    ...(healthAt === null ? ['Nobody has looked at this cluster yet: test it on the Backends page.'] : []),
    ...(health && !health.ok ? [health.problem ?? 'The cluster cannot be used.'] : []),
    ...(there !== null && there < gpus
      ? [`It has ${there} GPUs and the stages ask for ${gpus}: they would wait.`]
      : []),
    testTasksLine[trainer.evaluate],
    engineProof[engine],
  ]
}

const testTasksLine = {
  both: 'Test tasks are played by two more jobs: before the first stage, and after the last from its checkpoint.',
  end: 'Test tasks are played by one more job, after the last stage: the untrained model has no row to compare with.',
  never: 'Test tasks are not played: accuracy on validation, and no row on the leaderboard.',
} as const
