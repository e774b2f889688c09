import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { builtinAugmentationSet } from '@/server/core/hints/builtin'

export const setName = z
  .string()
  .max(60)
  .regex(
    /^[a-z0-9]+([._-][a-z0-9]+)*$/,
    'lower-case letters and digits, in parts with . _ or - between them: own-hints',
  )

export const setTitle = z.string().trim().min(1, 'say in a few words what it is').max(200)

/** A name that a person may save under. The one of the rules that come with Envtune is theirs. Throws BAD_INPUT. */
export function checkSetName(name: string): void {
  const checked = setName.safeParse(name)
  if (!checked.success)
    throw new AppError('BAD_INPUT', `"${name}" is no name for a set: ${checked.error.issues[0]?.message}`, 'name')
  if (name === builtinAugmentationSet.name)
    throw new AppError('BAD_INPUT', `"${name}" is what comes with Envtune: save your set under another name.`, 'name')
}
