import { AppError } from '@/server/app-error'
import type { ServedPolicy } from '@/server/core/chat/evaluation-snapshot'
import { type RaySnapshot, runSnapshotSchema } from '@/server/core/runs/snapshot'
import { backendOfRun } from '@/server/db/backends'
import type { TrainedRun } from '@/server/db/evaluation-checkpoints'

/**
 * How the cluster of a run serves its checkpoint, or the model that it began with; null: the run was trained here.
 * @param location of the checkpoint; null: the model as it was
 */
export async function servedPolicy(run: TrainedRun, location: string | null): Promise<ServedPolicy | null> {
  if (run.backend !== 'ray') return null
  const snapshot = runSnapshotSchema.parse(run.snapshot)
  const backend = await backendOfRun(run.id)
  if (snapshot.backend !== 'ray' || !backend?.settings)
    throw new AppError('NOT_FOUND', `The cluster of run ${run.id} is gone: nothing can serve its checkpoints.`, 'run')
  if (backend.archivedAt !== null)
    throw new AppError('BAD_INPUT', `The backend "${backend.name}" is archived: bring it back first.`, 'run')
  const { server, python } = backend.settings
  const { dtype, contextLength, stepLength: maxTokens } = snapshot.settings
  const model = { server, python, dtype, contextLength, gpus: gpusOf(snapshot), ...weightsOf(snapshot, location) }
  return { backend: backend.id, cluster: backend.name, model, format: 'tagged', maxTokens }
}

/** As many as share the model while it is trained; TRL trains on one. */
const gpusOf = ({ engine, settings: { gpusPerNode, tensorParallel } }: RaySnapshot): number =>
  Math.min(engine === 'trl' ? 1 : tensorParallel, gpusPerNode)

/** verl writes shards, which are merged beside them; rotation takes both away. */
function weightsOf({ engine, model }: RaySnapshot, location: string | null) {
  if (location === null) return { model: model.name, shards: null }
  return engine === 'verl' ? { model: `${location}/served`, shards: location } : { model: location, shards: null }
}
