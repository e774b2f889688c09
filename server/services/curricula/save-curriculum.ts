import { AppError } from '@/server/app-error'
import type { CurriculumDraft } from '@/server/core/curriculum/read-curriculum'
import { storeCurriculum } from '@/server/db/curricula'
import { listCurriculumVersions } from '@/server/db/curricula-versions'
import { isBuiltIn } from './built-in-names'

export interface SavedCurriculum {
  readonly name: string
  readonly version: number
  /** False: exactly these stages were stored under this name already. */
  readonly created: boolean
}

/** Stores the stages as a new version of the name. Throws CONFLICT for a name that comes with the project. */
export async function saveCurriculum(draft: CurriculumDraft): Promise<SavedCurriculum> {
  if (isBuiltIn(draft.name))
    throw new AppError('CONFLICT', `"${draft.name}" comes with Envtune: save under a name of your own.`, 'name')
  const before = await listCurriculumVersions(draft.name)
  const { curriculum } = await storeCurriculum(draft)
  const created = !before.some(({ version }) => version === curriculum.version)
  return { name: curriculum.name, version: curriculum.version, created }
}
