import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { findAugmentationSet } from '@/server/db/augmentation-sets'
import { setYaml } from './set-yaml'

export const exportSetInput = z.object({
  name: z.string().min(1).max(200),
  /** Absent: the newest. */
  version: z.int32().positive().nullish(),
})

/** A version of a set as YAML. Throws NOT_FOUND. */
export async function exportSet({ name, version }: z.infer<typeof exportSetInput>): Promise<string> {
  const found = await findAugmentationSet(name, version ?? undefined)
  if (!found)
    throw new AppError(
      'NOT_FOUND',
      `There is no ${version == null ? '' : `version ${version} of `}set "${name}".`,
      'name',
    )
  return setYaml(found.set)
}
