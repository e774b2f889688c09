import { z } from 'zod'
import type { AugmentationSet } from '@/server/core/hints/rule'
import { findAugmentationSet, listAugmentationSets } from '@/server/db/augmentation-sets'
import { type MissingCluster, readMissing } from '@/server/db/hint-missing'
import { isRuleFor } from './is-rule-for'
import { share } from './ledger'
import { ledgerScope, runsOfScope } from './ledger-scope'
import { definitionOf } from './propose-rules'

export const missingHintsInput = ledgerScope.extend({
  /** The set whose newest version may cover them by now. */
  set: z.string().min(1).default('built-in'),
  limit: z.number().int().min(1).max(500).default(100),
})

/**
 * Failing calls that no rule of their run's set matched, by domain, tool and error code, those with the most failed
 * turns first. A rule that was written since covers them from the next run on.
 */
export async function missingHints({ set, limit, ...scope }: z.infer<typeof missingHintsInput>) {
  const runs = await runsOfScope(scope)
  const [missing, found, sets] = await Promise.all([
    readMissing(runs, limit),
    findAugmentationSet(set),
    listAugmentationSets(),
  ])
  return {
    ...missing,
    sets: sets.map(({ name, title }) => ({ name, title })),
    clusters: missing.clusters.map(({ recovered, ...cluster }) => ({
      ...cluster,
      recovered: share(recovered, cluster.failures),
      coveredBy: found ? coveringRule(found.set, cluster) : null,
      canHaveRule: definitionOf(cluster) !== undefined,
    })),
  }
}

/** The rule of a set that is for such an error: whatever its values, or for some of them only. */
function coveringRule(set: AugmentationSet, cluster: Pick<MissingCluster, 'domain' | 'tool' | 'code'>) {
  const rules = set.rules.filter((rule) => isRuleFor(rule, cluster))
  const rule = rules.find(({ when }) => when.all.length === 0) ?? rules[0]
  return rule ? { rule: rule.id, always: rule.when.all.length === 0 } : null
}
