import { z } from 'zod'
import { AppError } from '@/server/app-error'
import type { CheckpointSnapshot, EvaluationSnapshot } from '@/server/core/chat/evaluation-snapshot'
import { hasOwnRules } from '@/server/core/tasks/own-rules'
import { writeAudit } from '@/server/db/audit'
import { findBase, type TrainedRun } from '@/server/db/evaluation-checkpoints'
import { insertEvaluation } from '@/server/db/evaluation-jobs'
import { inTransaction } from '@/server/db/transaction'
import { evaluationHash } from '@/server/hashes/source-hashes'
import { checkpointOf, trainedRun } from './chosen-checkpoint'
import { companionsOf } from './companions'
import { chosenSuites, launchEvaluationInput } from './launch-evaluation'
import { servedPolicy } from './served-policy'

export const launchCheckpointInput = launchEvaluationInput.omit({ endpoint: true }).extend({
  run: z.int32('choose a run').positive(),
  /** Number of a kept checkpoint, the latest one, or the policy before any training. */
  checkpoint: z.union([z.int32().positive(), z.enum(['latest', 'untrained'])]).default('latest'),
  /** 0: greedy, as a run's own evaluations. */
  temperature: z.number('a number from 0 to 2').min(0).max(2).default(0),
})
export type LaunchCheckpointInput = z.input<typeof launchCheckpointInput>

/**
 * Queues an evaluation of a run's policy as it stood at a checkpoint, and before it one of the untrained policy, unless
 * that was measured in the same way already. What was trained on a cluster is served there. Answers its number and that
 * of its base.
 */
export async function launchCheckpointEvaluation(
  raw: LaunchCheckpointInput,
  actor = 'local',
): Promise<{ id: number; name: string; base: number | null }> {
  const input = launchCheckpointInput.parse(raw)
  const run = await trainedRun(input.run)
  const [{ location, ...chosen }, suites] = await Promise.all([
    checkpointOf(run, input.checkpoint),
    chosenSuites(input.suites),
  ])
  const [served, servedBase] = await Promise.all([servedPolicy(run, location), servedPolicy(run, null)])
  if (served === null) refuseOwnRules(suites)
  if (input.temperature === 0 && input.repeats > 1)
    throw new AppError('BAD_INPUT', 'Greedy plays come out alike: 1 repeat, or a temperature above 0.', 'repeats')
  const companions = await companionsOf(input, suites)
  const plan = {
    ...companions,
    suites,
    repeats: input.repeats,
    seed: input.seed,
    evaluationHash: await evaluationHash(),
  }
  const snapshotOf = (checkpoint: CheckpointSnapshot): EvaluationSnapshot => ({
    ...{ kind: 'evaluation', model: { name: run.model ?? run.name }, endpoint: null, checkpoint },
    ...plan,
  })
  const { temperature } = input
  const own = { ...chosen, run: run.id, runName: run.name, temperature, served }
  return inTransaction(async (sql) => {
    const queue = async (snapshot: EvaluationSnapshot, name: string, before: number | null) => {
      const made = await insertEvaluation(sql, name, snapshot, before)
      await writeAudit(sql, { actor, action: 'evaluate', subject: `run:${made}`, detail: { trained: run.id } })
      return made
    }
    const suiteIds = suites.map(({ id }) => id)
    const { evaluationHash: hash, repeats } = plan
    const same = { run: run.id, suiteIds, repeats, temperature, evaluationHash: hash, served: servedBase }
    const [simulator, search] = [companions.simulator?.id ?? null, companions.search?.hash ?? null]
    const known = await findBase(sql, { ...same, simulator, search })
    const untrained = { ...own, checkpoint: null, step: 0, label: 'untrained', served: servedBase }
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
