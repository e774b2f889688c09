import { z } from 'zod'
import { findStoredEpisodes } from '@/server/db/episode-records'
import { listFailures, listRuleFailures, type RecordedFailure } from '@/server/db/hint-failures'
import { ledgerScope, runsOfScope } from './ledger-scope'

export const failureExamplesInput = ledgerScope.extend({
  of: z.union([
    z.object({ rule: z.string().min(1).max(200) }),
    z.object({ domain: z.string().max(200), tool: z.string().max(200), code: z.string().max(200) }),
  ]),
  limit: z.number().int().min(1).max(50).default(8),
})

/** Recorded failing calls of a rule, or of an error that no rule matched, newest first and with their texts. */
export async function failureExamples({ of, limit, ...scope }: z.infer<typeof failureExamplesInput>) {
  const runs = await runsOfScope(scope)
  const failures =
    'rule' in of
      ? await listRuleFailures(of.rule, runs, limit)
      : await listFailures({ code: of.code, domain: of.domain, tools: [of.tool], rule: null, runs }, limit)
  return withTexts(failures)
}

/** A failing call with its text as recorded; the texts are empty when the record lacks the call. */
export interface FailureExample extends Omit<RecordedFailure, 'values'> {
  readonly expression: string
  readonly standard: string
  readonly hinted: string | null
}

/** The failures with what their episodes' bodies say of the calls. */
export async function withTexts(failures: readonly RecordedFailure[]): Promise<FailureExample[]> {
  const episodes = await findStoredEpisodes([...new Set(failures.map(({ episode }) => BigInt(episode)))])
  const byId = new Map(episodes.map(({ id, record }) => [String(id), record]))
  return failures.map(({ values: _, ...failure }) => {
    const steps = byId.get(failure.episode)?.steps
    const call = steps?.find(({ step }) => step === failure.step)?.calls[failure.call]
    const { expression = '', standard = '', hinted = null } = call ?? {}
    return { ...failure, expression, standard, hinted }
  })
}
