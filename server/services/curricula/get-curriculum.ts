import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { findCurriculum, type StoredCurriculum } from '@/server/db/curricula'
import { listCurriculumVersions, runsOfCurriculum } from '@/server/db/curricula-versions'
import { isBuiltIn } from './built-in-names'

export const curriculumVersionInput = z.object({
  name: z.string().min(1).max(200),
  /** Absent: the newest. */
  version: z
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1)
    .optional(),
})
type CurriculumVersion = z.infer<typeof curriculumVersionInput>

const mostRuns = 50

/** One version of a curriculum, who used it, and its other versions. Throws NOT_FOUND. */
export async function getCurriculum(wanted: CurriculumVersion) {
  const { id, curriculum } = await storedCurriculum(wanted)
  const [versions, runs] = await Promise.all([listCurriculumVersions(wanted.name), runsOfCurriculum(id, mostRuns)])
  return { curriculum, isBuiltIn: isBuiltIn(curriculum.name), versions, runs }
}

/** Throws NOT_FOUND, saying which versions there are. */
export async function storedCurriculum({ name, version }: CurriculumVersion): Promise<StoredCurriculum> {
  const found = await findCurriculum(name, version)
  if (found) return found
  const stored = await findCurriculum(name)
  const message = stored
    ? `"${name}" has no version ${version}; its newest is ${stored.curriculum.version}.`
    : `There is no curriculum "${name}".`
  throw new AppError('NOT_FOUND', message, stored ? 'version' : 'name')
}
