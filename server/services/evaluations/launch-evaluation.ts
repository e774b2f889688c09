import { z } from 'zod'
import { AppError } from '@/server/app-error'
import type { EndpointSnapshot, EvaluationSnapshot } from '@/server/core/chat/evaluation-snapshot'
import { writeAudit } from '@/server/db/audit'
import { insertEvaluation } from '@/server/db/evaluation-jobs'
import { listSuites } from '@/server/db/suites'
import { inTransaction } from '@/server/db/transaction'
import { evaluationHash } from '@/server/hashes/source-hashes'
import { suiteReference } from '@/server/services/suites/suite-environment'
import { companionsOf, endpointSnapshot } from './companions'

export const launchEvaluationInput = z.strictObject({
  endpoint: z.int32('choose an endpoint').positive(),
  /** Names of stored suites; the newest versions are played. */
  suites: z.array(z.string()).min(1, 'choose at least one suite').max(20),
  repeats: z.number('a whole number from 1 to 20').int().min(1).max(20).default(1),
  seed: z.number('a whole number').int().min(0).max(999_999_999).default(0),
  /** Endpoint that plays the user where a suite needs one. */
  simulator: z.int32().positive().nullable().default(null),
  /** What answers web search where a suite needs it. */
  search: z.int32().positive().nullable().default(null),
  /** By default the endpoint's and the model's. */
  name: z.string().trim().max(200).default(''),
})
export type LaunchEvaluationInput = z.input<typeof launchEvaluationInput>

/** Queues an evaluation of an endpoint on suites. Answers its number. */
export async function launchEvaluation(
  raw: LaunchEvaluationInput,
  actor = 'local',
): Promise<{ id: number; name: string }> {
  const input = launchEvaluationInput.parse(raw)
  const [endpoint, suites] = await Promise.all([
    endpointSnapshot(input.endpoint, 'endpoint'),
    chosenSuites(input.suites),
  ])
  const companions = await companionsOf(input, suites)
  const snapshot: EvaluationSnapshot = {
    ...{ kind: 'evaluation', model: { name: endpoint.settings.model }, endpoint, checkpoint: null, ...companions },
    ...{ suites, repeats: input.repeats, seed: input.seed, evaluationHash: await evaluationHash() },
  }
  const name = input.name || usualName(endpoint)
  const id = await inTransaction(async (sql) => {
    const made = await insertEvaluation(sql, name, snapshot)
    await writeAudit(sql, { actor, action: 'evaluate', subject: `run:${made}`, detail: { endpoint: endpoint.name } })
    return made
  })
  return { id, name }
}

const usualName = ({ name, settings: { model } }: EndpointSnapshot): string =>
  name.includes(model) ? name : `${name}: ${model}`

/** The newest versions of the named suites, in the order named. Throws BAD_INPUT. */
export async function chosenSuites(names: readonly string[]): Promise<EvaluationSnapshot['suites']> {
  const stored = new Map((await listSuites()).map((suite) => [suite.name, suite]))
  const chosen = [...new Set(names)].map(async (name) => {
    const suite = stored.get(name)
    if (!suite)
      throw new AppError(
        'BAD_INPUT',
        `There is no suite "${name}". Stored: ${[...stored.keys()].join(', ')}.`,
        'suites',
      )
    return { id: suite.id, title: suite.title, ...(await suiteReference(suite, 'suites')) }
  })
  return Promise.all(chosen)
}
