import { AppError } from '@/server/app-error'
import { findDraft, type StoredDraft } from '@/server/db/hint-drafts'

/** Throws NOT_FOUND. */
export async function openDraft(id: number): Promise<StoredDraft> {
  const draft = await findDraft(id)
  if (!draft)
    throw new AppError('NOT_FOUND', `There is no draft ${id}: it was saved as a version, or discarded.`, 'draft')
  return draft
}
