import { AppError } from '@/server/app-error'
import { deleteDraft } from '@/server/db/hint-drafts'

/** Throws NOT_FOUND. */
export async function discardDraft(id: number): Promise<void> {
  if (!(await deleteDraft(id))) throw new AppError('NOT_FOUND', `There is no draft ${id}.`, 'draft')
}
