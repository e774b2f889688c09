import type { z } from 'zod'
import { storeProposals } from '@/server/db/hint-proposals'
import { draftRule, type draftRuleInput } from './draft-rule'

/** Has a chat model draft a rule, which then waits among the proposals until a person decides. Throws as draftRule. */
export async function draftProposal(
  input: z.infer<typeof draftRuleInput>,
  now: Date,
  signal?: AbortSignal,
): Promise<{ origin: string }> {
  const { domain, tool, code } = input
  const { rule, evidence } = await draftRule(input, now, signal)
  const origin = rule.origin ?? evidence.model
  await storeProposals([{ origin, domain, tool, code, rule, evidence: { ...evidence } }])
  return { origin }
}
