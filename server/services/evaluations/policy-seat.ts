import { AppError } from '@/server/app-error'
import type { EvaluationSnapshot } from '@/server/core/chat/evaluation-snapshot'
import { decodeCheckpoint } from '@/server/core/policies/cpu/checkpoint'
import { greedy, sampling } from '@/server/core/policies/cpu/choosers'
import { tableSize } from '@/server/core/policies/cpu/hashing'
import { Toolboxes } from '@/server/core/policies/cpu/toolbox'
import { WeightTable } from '@/server/core/policies/cpu/weight-table'
import { TaskBook } from '@/server/core/policies/cpu-trainer/task-book'
import { Rng } from '@/server/core/rng'
import { pool } from '@/server/db/client'
import { findCheckpointData } from '@/server/db/fork-checkpoints'
import { runDay } from '@/server/db/run-day'
import { trainableDomains } from '@/server/environments/environments'
import type { Seat } from './play-table'
import { policyPlay } from './policy-play'

/** A training run's policy plays as it stood at a checkpoint, in this process, one task after the other. */
export async function policySeat(runId: number, { checkpoint, seed }: EvaluationSnapshot): Promise<Seat> {
  if (!checkpoint) throw new Error('the evaluation names no checkpoint')
  const weights = new WeightTable(0, await trainedWeights(checkpoint.checkpoint))
  const toolboxes = new Toolboxes()
  const book = new TaskBook(trainableDomains(), { today: await runDay(runId) })
  const chooser = (task: string, repeat: number) =>
    checkpoint.temperature === 0
      ? greedy(weights)
      : sampling(weights, Rng.seeded(seed, 'evaluation', task, repeat), checkpoint.temperature)
  return {
    concurrency: 1,
    begin: ({ task, suite, identity, repeat }) => {
      const { prepared, groundTruth, context } = book.get(suite, task)
      const player = { toolboxes, weights, choose: chooser(`${suite.name}/${task.key}`, repeat) }
      return policyPlay({ task: prepared, groundTruth, context, identity, player })
    },
  }
}

/** Undefined: the untrained policy knows nothing. */
async function trainedWeights(checkpoint: number | null): Promise<Float32Array | undefined> {
  if (checkpoint === null) return undefined
  const data = await findCheckpointData(pool(), checkpoint)
  if (!data) throw new AppError('NOT_FOUND', 'Its checkpoint is not kept any more: evaluate another one.', 'checkpoint')
  return decodeCheckpoint(data, tableSize).weights
}
