import { z } from 'zod'
import { pythonErrors } from '@/server/core/environments/shared/python-errors'
import type { ErrorDefinition } from '@/server/core/environments/shared/tool-error'
import { proposeRule } from '@/server/core/hints/propose-rule'
import { type MissingCluster, readMissing } from '@/server/db/hint-missing'
import { type NewProposal, storeProposals } from '@/server/db/hint-proposals'
import { trainableDomains } from '@/server/environments/environments'
import { ledgerScope, runsOfScope } from './ledger-scope'
import { toolDocsByDomain } from './tool-docs'

export const proposeRulesInput = ledgerScope.extend({ limit: z.number().int().min(1).max(200).default(50) })

/** The origin of what is made without a model. */
const origin = 'documentation'

/**
 * Proposes a rule for each of the most costly errors without one, from the tools' documentation and the errors' own
 * values. Nothing uses a proposal until a person takes it into a draft. Answers how many wait for a decision now.
 */
export async function proposeRules({ limit, ...scope }: z.infer<typeof proposeRulesInput>): Promise<number> {
  const [{ clusters }, docs] = await Promise.all([readMissing(await runsOfScope(scope), limit), toolDocsByDomain()])
  const proposals = clusters.flatMap((cluster): NewProposal[] => {
    const { domain, tool, code, failures, failedTurns } = cluster
    const definition = definitionOf(cluster)
    if (definition === undefined) return []
    const { rule, evidence } = proposeRule({ domain, tool, code, definition, docs: docs.get(domain) ?? [] })
    return [{ origin, domain, tool, code, rule: { ...rule, origin }, evidence: { ...evidence, failures, failedTurns } }]
  })
  return storeProposals(proposals)
}

/** Undefined for an error that no domain here has: one of a benchmark that is only evaluated on, or of an old version. */
export const definitionOf = ({ domain, code }: Pick<MissingCluster, 'domain' | 'code'>): ErrorDefinition | undefined =>
  pythonErrors[code] ?? trainableDomains().get(domain)?.errors[code]
