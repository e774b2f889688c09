import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { builtinAugmentationSet } from '@/server/core/hints/builtin'
import { draftOf } from '@/server/core/hints/draft-rule'
import { findAugmentationSet } from '@/server/db/augmentation-sets'
import { createDraft, findDraftOfSet, type StoredDraft } from '@/server/db/hint-drafts'
import { checkSetName } from './set-name'

export const startDraftInput = z.object({
  /** The version to begin with; null: without rules. */
  from: z.object({ name: z.string().min(1), version: z.int32().positive().nullish() }).nullable(),
  /** Name of the set that it becomes a version of; absent: that of `from`. */
  name: z.string().nullish(),
  title: z.string().nullish(),
})

/** A copy of what comes with Envtune needs a name of its own. */
const ownName = 'own-hints'

/**
 * A draft of a set to work on: the one that is there, or a new one with the rules of a version. Throws NOT_FOUND when
 * there is no such version, BAD_INPUT at a name that cannot be saved under.
 */
export async function startDraft({ from, name, title }: z.infer<typeof startDraftInput>): Promise<StoredDraft> {
  const target = name ?? (from && from.name !== builtinAugmentationSet.name ? from.name : ownName)
  checkSetName(target)
  const open = await findDraftOfSet(target)
  if (open) return open
  if (from === null) return createDraft({ name: target, title: title ?? target, baseId: null, rules: [] })
  const base = (target === ownName && !name ? await findAugmentationSet(ownName) : null) ?? (await versionOf(from))
  const own = base.set.name === builtinAugmentationSet.name ? 'Own hints' : base.set.title
  return createDraft({ name: target, title: title ?? own, baseId: base.id, rules: base.set.rules.map(draftOf) })
}

async function versionOf({ name, version }: { name: string; version?: number | null | undefined }) {
  const found = await findAugmentationSet(name, version ?? undefined)
  if (!found) {
    const which = version == null ? '' : ` with version ${version}`
    throw new AppError('NOT_FOUND', `There is no augmentation set "${name}"${which}.`, 'from')
  }
  return found
}
