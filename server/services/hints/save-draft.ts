import { z } from 'zod'
import { AppError } from '@/server/app-error'
import type { LintProblem } from '@/server/core/hints/lint'
import { storeAugmentationSet } from '@/server/db/augmentation-sets'
import { deleteDraft } from '@/server/db/hint-drafts'
import { checkRules, finishedRules } from './check-rules'
import { draftNumber } from './draft-number'
import { openDraft } from './open-draft'
import { checkSetName, setTitle } from './set-name'

export const saveDraftInput = z.object({
  draft: draftNumber,
  revision: z.int32(),
  note: z.string().trim().max(500).default(''),
})

export interface SavedDraft {
  /** Null: the problems keep it from being saved. */
  readonly saved: { readonly name: string; readonly version: number } | null
  readonly problems: readonly LintProblem[]
}

/**
 * Saves a draft as a new version of its set, which never changes again; the draft is gone then. Exactly the rules of
 * an older version give that version. Throws CONFLICT when the draft is another than the one that was looked at.
 */
export async function saveDraft({ draft: id, revision, note }: z.infer<typeof saveDraftInput>): Promise<SavedDraft> {
  const draft = await openDraft(id)
  if (draft.revision !== revision)
    throw new AppError('CONFLICT', 'Somebody else changed this draft meanwhile. Load it again and look at it first.')
  const { name, rules } = draft
  checkSetName(name)
  const title = setTitle.safeParse(draft.title)
  if (!title.success) throw new AppError('BAD_INPUT', `The title: ${title.error.issues[0]?.message}.`, 'title')
  if (rules.length === 0) throw new AppError('BAD_INPUT', 'A set needs at least one rule.')
  const problems = await checkRules(rules)
  if (problems.length > 0) return { saved: null, problems }
  const { set } = await storeAugmentationSet({ name, title: title.data, rules: finishedRules(rules) }, note)
  // what somebody changed while it was looked at stays a draft
  await deleteDraft(id, revision)
  return { saved: { name: set.name, version: set.version }, problems: [] }
}
