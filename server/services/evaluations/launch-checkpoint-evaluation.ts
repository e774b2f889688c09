import { z } from 'zod'
import { AppError } from '@/server/app-error'
import type { CheckpointSnapshot, EvaluationSnapshot } from '@/server/core/chat/evaluation-snapshot'
import { hasOwnRules } from '@/server/core/tasks/own-rules'
import { writeAudit } from '@/server/db/audit'
import { findBase, type TrainedRun } from '@/server/db/evaluation-checkpoints'
import { insertEvaluation } from '@/server/db/evaluation-jobs'
import { inTransaction } from '@/server/db/transaction'
import { evaluationHash } from '@/server/hashes/source-hashes'
import { checkpointOf, localRun } from './chosen-checkpoint'
import { chosenSuites, launchEvaluationInput } from './launch-evaluation'

export const launchCheckpointInput = launchEvaluationInput
  .omit({ endpoint: true, simulator: true, search: true })
  .extend({
    run: z.number('choose a run').int().positive(),
    /** Number of a kept checkpoint, the latest one, or the policy before any training. */
    checkpoint: z.union([z.number().int().positive(), z.enum(['latest', 'untrained'])]).default('latest'),
    /** 0: greedy, as a run's own evaluations. */
    temperature: z.number('a number from 0 to 2').min(0).max(2).default(0),
  })
export type LaunchCheckpointInput = z.input<typeof launchCheckpointInput>

/**
 * Queues an evaluation of a CPU run's policy as it stood at a checkpoint, and before it one of the untrained policy,
 * unless that was measured in the same way already. Answers its number and that of its base.
 */
export async function launchCheckpointEvaluation(
  raw: LaunchCheckpointInput,
  actor = 'local',
): Promise<{ id: number; name: string; base: number | null }> {
  const input = launchCheckpointInput.parse(raw)
  const run = await localRun(input.run)
  const [chosen, suites] = await Promise.all([checkpointOf(run, input.checkpoint), chosenSuites(input.suites)])
  refuseOwnRules(suites)
  if (input.temperature === 0 && input.repeats > 1)
    throw new AppError('BAD_INPUT', 'Greedy plays come out alike: 1 repeat, or a temperature above 0.', 'repeats')
  const plan = { suites, repeats: input.repeats, seed: input.seed, evaluationHash: await evaluationHash() }
  const snapshotOf = (checkpoint: CheckpointSnapshot): EvaluationSnapshot => ({
    ...{ kind: 'evaluation', model: { name: run.model ?? run.name }, endpoint: null, simulator: null, search: null },
    ...{ checkpoint, ...plan },
  })
  const { temperature } = input
  const own = { ...chosen, run: run.id, runName: run.name, temperature }
  return inTransaction(async (sql) => {
    const queue = async (snapshot: EvaluationSnapshot, name: string, before: number | null) => {
      const made = await insertEvaluation(sql, name, snapshot, before)
      await writeAudit(sql, { actor, action: 'evaluate', subject: `run:${made}`, detail: { trained: run.id } })
      return made
    }
    const suiteIds = suites.map(({ id }) => id)
    const { evaluationHash: hash, repeats } = plan
    const known = await findBase(sql, { run: run.id, suiteIds, repeats, temperature, evaluationHash: hash })
    const untrained = { ...own, checkpoint: null, step: 0, label: 'untrained' }
    // Its number is lower: workers take it first.
    const base =
      own.checkpoint === null ? null : (known ?? (await queue(snapshotOf(untrained), nameOf(run, 'untrained'), null)))
    const name = input.name || nameOf(run, own.label)
    return { id: await queue(snapshotOf(own), name, base), name, base }
  })
}

const nameOf = ({ name }: TrainedRun, label: string): string => `${name}: ${label}`

function refuseOwnRules(suites: EvaluationSnapshot['suites']): void {
  const unplayable = suites.find(({ name }) => hasOwnRules(name))
  if (unplayable)
    throw new AppError(
      'BAD_INPUT',
      `"${unplayable.name}" is played by rules of its own, which the built-in policy does not know: leave it out.`,
      'suites',
    )
}
