import { hasOwnRules } from '@/server/core/tasks/own-rules'
import { listKeptCheckpoints } from '@/server/db/evaluation-checkpoints'
import { suiteOverview } from '@/server/services/suites/suite-overview'
import { localRun } from './chosen-checkpoint'

/** Checkpoints of a CPU run and suites that an evaluation can choose among. Throws as `localRun`. */
export async function checkpointOptions(id: number) {
  const run = await localRun(id)
  const [checkpoints, suites] = await Promise.all([listKeptCheckpoints(id), suiteOverview()])
  return {
    run: { id: run.id, name: run.name },
    checkpoints,
    suites: suites
      .filter(({ name }) => !hasOwnRules(name))
      .map(({ name, title, kind, partitions }) => ({
        ...{ name, title, kind, tests: partitions.test ?? 0, needsSimulator: false },
      })),
  }
}
