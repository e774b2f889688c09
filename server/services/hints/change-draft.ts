import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { changeRules, draftChangeSchema } from '@/server/core/hints/draft-change'
import type { LintProblem } from '@/server/core/hints/lint'
import { updateDraft } from '@/server/db/hint-drafts'
import { lintDraft } from './check-rules'
import { draftNumber } from './draft-number'
import { openDraft } from './open-draft'

export const changeDraftInput = z.object({
  draft: draftNumber,
  /** The revision in which the change was made. */
  revision: z.int32(),
  change: z.union([
    draftChangeSchema,
    z.object({ do: z.literal('name'), name: z.string().max(200), title: z.string().max(200) }),
  ]),
})

export interface ChangedDraft {
  readonly revision: number
  readonly problems: readonly LintProblem[]
}

/** Applies one change. Throws CONFLICT when somebody else changed the draft meanwhile, NOT_FOUND when it is gone. */
export async function changeDraft({
  draft: id,
  revision,
  change,
}: z.infer<typeof changeDraftInput>): Promise<ChangedDraft> {
  const draft = await openDraft(id)
  const rules = change.do === 'name' ? draft.rules : changeRules(draft.rules, change)
  const names = change.do === 'name' ? { name: change.name, title: change.title } : {}
  const next = await updateDraft({ id, revision }, { ...names, ...(change.do === 'name' ? {} : { rules }) })
  if (next === null)
    throw new AppError('CONFLICT', 'Somebody else changed this draft meanwhile. Load it again to go on from there.')
  return { revision: next, problems: lintDraft(rules) }
}
