import { hasOwnRules } from '@/server/core/tasks/own-rules'
import { listKeptCheckpoints } from '@/server/db/evaluation-checkpoints'
import { trainedRun } from './chosen-checkpoint'
import { evaluationOptions } from './evaluation-options'
import { servedPolicy } from './served-policy'

/**
 * Checkpoints of a run, and suites that an evaluation can choose among; who plays the user and what answers web search,
 * where suites need them. Throws as `trainedRun` and `servedPolicy`.
 */
export async function checkpointOptions(id: number) {
  const run = await trainedRun(id)
  const served = await servedPolicy(run, null)
  const [checkpoints, { suites, endpoints, searchProviders }] = await Promise.all([
    listKeptCheckpoints(id),
    evaluationOptions(),
  ])
  return {
    run: { id: run.id, name: run.name },
    /** Where and by what the model is served; null: this machine plays. */
    served: served && { cluster: served.cluster, server: served.model.server, model: served.model.model },
    checkpoints,
    // the built-in policy knows no rules but those of turns
    suites: served === null ? suites.filter(({ name }) => !hasOwnRules(name)) : suites,
    endpoints,
    searchProviders,
  }
}
