import { lintDraft } from './check-rules'
import { openDraft } from './open-draft'

/** A draft with what is wrong with its rules. Throws NOT_FOUND. */
export async function showDraft(id: number) {
  const draft = await openDraft(id)
  return { ...draft, problems: lintDraft(draft.rules) }
}
