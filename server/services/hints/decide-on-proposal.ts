import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { decideProposal } from '@/server/db/hint-proposals'
import { addToDraft, type RulePlace } from './write-rule'

export const decideOnProposalInput = z.object({
  proposal: z.int32(),
  decision: z.enum(['take', 'dismiss']),
  /** The set whose draft takes it in. */
  set: z.string().min(1).max(200).default('built-in'),
})

/** A person takes a proposed rule into a draft, where it keeps its origin, or dismisses it. Throws CONFLICT. */
export async function decideOnProposal({
  proposal: id,
  decision,
  set,
}: z.infer<typeof decideOnProposalInput>): Promise<RulePlace | null> {
  const decided = await decideProposal(id, decision === 'take' ? 'taken' : 'dismissed')
  if (!decided) throw new AppError('CONFLICT', 'Somebody has decided on this proposal already.', 'proposal')
  return decision === 'take' ? addToDraft(set, { ...decided.rule, origin: decided.origin }) : null
}
