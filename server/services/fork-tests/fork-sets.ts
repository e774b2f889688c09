import { AppError } from '@/server/app-error'
import type { ForkSetReference, ForkTestInput } from '@/server/core/fork-tests/fork-test-input'
import { type ForkSet, type ForkTarget, setLabel } from '@/server/core/fork-tests/plan'
import type { AugmentationSet } from '@/server/core/hints/rule'
import { findAugmentationSet } from '@/server/db/augmentation-sets'
import { finishedRules, lintDraft } from '@/server/services/hints/check-rules'
import { openDraft } from '@/server/services/hints/open-draft'

type Field = 'setA' | 'setB'

/**
 * The sets that a test's arms are told by.
 * @param own the set that the run was launched with; null: it had none
 * @throws AppError at the field of a set that is not there, of a draft that is not finished, of two that are the same
 */
export async function forkSets({ target, setA, setB }: ForkTestInput, own: AugmentationSet | null): Promise<ForkSet[]> {
  const first = setA ? await findSet(setA, 'setA') : await usualSet(target, own)
  if (!setB) return [first]
  const second = await findSet(setB, 'setB')
  if (setLabel(second) === setLabel(first))
    throw new AppError('BAD_INPUT', 'Set B is set A: choose another version or another set, or leave it out.', 'setB')
  return [first, second]
}

async function usualSet({ kind }: ForkTarget, own: AugmentationSet | null): Promise<AugmentationSet> {
  const newest = kind === 'error' || own === null ? await findAugmentationSet(own?.name ?? 'built-in') : null
  const set = newest?.set ?? own
  if (!set) throw new AppError('BAD_INPUT', 'The run was launched without hints: choose a set.', 'setA')
  return set
}

async function findSet(reference: ForkSetReference, field: Field): Promise<ForkSet> {
  if ('draft' in reference) return draftSet(reference.draft, field)
  const { name, version } = reference
  const found = await findAugmentationSet(name, version)
  if (!found) throw new AppError('NOT_FOUND', `There is no version ${version} of "${name}".`, field)
  return found.set
}

/** A draft's rules as they stand, before anybody has saved them. Whether they leak is asked when the test begins. */
async function draftSet(id: number, field: Field): Promise<ForkSet> {
  const { name, title, rules } = await openDraft(id)
  const [problem] = lintDraft(rules)
  if (problem)
    throw new AppError(
      'BAD_INPUT',
      `Draft ${id} has a problem: rule ${problem.rule || problem.index + 1}: ${problem.message}. Mend it in the editor first.`,
      field,
    )
  if (rules.length === 0) throw new AppError('BAD_INPUT', `Draft ${id} has no rule yet: write one first.`, field)
  const newest = await findAugmentationSet(name)
  return { name, title, version: (newest?.set.version ?? 0) + 1, rules: finishedRules(rules), draft: id }
}
