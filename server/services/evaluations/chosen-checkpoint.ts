import { AppError } from '@/server/app-error'
import {
  findTrainedRun,
  listKeptCheckpoints,
  removedCheckpoint,
  type TrainedRun,
} from '@/server/db/evaluation-checkpoints'

/** A run whose checkpoints can be evaluated: of the built-in policy here, or of a language model on a cluster. */
export async function trainedRun(id: number): Promise<TrainedRun> {
  const run = await findTrainedRun(id)
  if (!run) throw new AppError('NOT_FOUND', `There is no run ${id}.`, 'run')
  if (run.kind === 'training' && (run.backend === 'local' || run.backend === 'ray')) return run
  throw new AppError(
    'BAD_INPUT',
    `Run ${id} was not trained from here: it has no checkpoints to evaluate. Serve its model, and evaluate that as an endpoint.`,
    'run',
  )
}

/** What a snapshot says of the chosen checkpoint, and where it lies. Throws BAD_INPUT when it is not kept. */
export async function checkpointOf(run: TrainedRun, choice: number | 'latest' | 'untrained') {
  if (choice === 'untrained') return { checkpoint: null, step: 0, label: 'untrained', location: null }
  const kept = await listKeptCheckpoints(run.id)
  const found = choice === 'latest' ? kept[0] : kept.find(({ id }) => id === choice)
  if (!found) throw await notKept(run, choice, kept)
  const { id: checkpoint, step, stage, location } = found
  return { checkpoint, step, label: `step ${step}, in stage ${stage + 1}`, location }
}

async function notKept(
  run: TrainedRun,
  choice: number | 'latest',
  kept: Awaited<ReturnType<typeof listKeptCheckpoints>>,
): Promise<AppError> {
  const steps = kept.map(({ id, step }) => `${id} (step ${step})`).join(', ')
  const offer = kept.length === 0 ? 'It has none yet.' : `Kept: ${steps}.`
  const removed = choice === 'latest' ? null : await removedCheckpoint(run.id, choice)
  const what = removed
    ? `The checkpoint at step ${removed.step} was removed from the cluster to make room.`
    : `Run ${run.id} keeps no such checkpoint.`
  return new AppError('BAD_INPUT', `${what} ${offer}`, 'checkpoint')
}
