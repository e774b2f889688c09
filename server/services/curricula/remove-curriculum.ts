import { AppError } from '@/server/app-error'
import { deleteUnusedCurriculum } from '@/server/db/curricula-versions'
import { isBuiltIn } from './built-in-names'
import { storedCurriculum } from './get-curriculum'

/** Deletes a version that no run has used; one that a run has used is frozen. Throws NOT_FOUND and CONFLICT. */
export async function removeCurriculum(wanted: { readonly name: string; readonly version: number }): Promise<void> {
  if (isBuiltIn(wanted.name)) throw new AppError('CONFLICT', `"${wanted.name}" comes with Envtune and stays.`, 'name')
  const { id } = await storedCurriculum(wanted)
  if (await deleteUnusedCurriculum(id)) return
  throw new AppError(
    'CONFLICT',
    `Version ${wanted.version} of "${wanted.name}" was used by a run: it stays.`,
    'version',
  )
}
