import { AppError } from '@/server/app-error'
import { draftOf } from '@/server/core/hints/draft-rule'
import type { LintProblem } from '@/server/core/hints/lint'
import { findAugmentationSet } from '@/server/db/augmentation-sets'
import { checkEveryRule } from './check-rules'

/** Everything that is wrong with a stored set, leaks included: suites and records may have come since. Throws NOT_FOUND. */
export async function checkSet({ name, version }: { name: string; version?: number }): Promise<LintProblem[]> {
  const found = await findAugmentationSet(name, version)
  if (!found) {
    const which = version === undefined ? '' : ` with version ${version}`
    throw new AppError('NOT_FOUND', `There is no set "${name}"${which}.`, 'name')
  }
  return checkEveryRule(found.set.rules.map(draftOf))
}
