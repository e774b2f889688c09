import { AppError } from '@/server/app-error'
import { findTrainedRun, listKeptCheckpoints, type TrainedRun } from '@/server/db/evaluation-checkpoints'

/** A run of the built-in policy on this machine. Throws NOT_FOUND or BAD_INPUT. */
export async function localRun(id: number): Promise<TrainedRun> {
  const run = await findTrainedRun(id)
  if (!run) throw new AppError('NOT_FOUND', `There is no run ${id}.`, 'run')
  if (run.kind === 'training' && run.backend === 'local') return run
  const why = run.backend === 'ray' ? 'its checkpoints lie on its cluster' : 'it was not trained here'
  throw new AppError(
    'BAD_INPUT',
    `Run ${id} cannot be evaluated in this process: ${why}. Serve its checkpoint, and evaluate that as an endpoint.`,
    'run',
  )
}

/** What a snapshot says of the chosen checkpoint. Throws BAD_INPUT when it is not kept. */
export async function checkpointOf(run: TrainedRun, choice: number | 'latest' | 'untrained') {
  if (choice === 'untrained') return { checkpoint: null, step: 0, label: 'untrained' }
  const kept = await listKeptCheckpoints(run.id)
  const found = choice === 'latest' ? kept[0] : kept.find(({ id }) => id === choice)
  if (!found) {
    const steps = kept.map(({ id, step }) => `${id} (step ${step})`).join(', ')
    const offer = kept.length === 0 ? 'It has none yet.' : `Kept: ${steps}.`
    throw new AppError('BAD_INPUT', `Run ${run.id} keeps no such checkpoint. ${offer}`, 'checkpoint')
  }
  return { checkpoint: found.id, step: found.step, label: `step ${found.step}, in stage ${found.stage + 1}` }
}
