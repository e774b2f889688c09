import { builtinAugmentationSet } from '@/server/core/hints/builtin'
import { listSetVersions } from '@/server/db/augmentation-set-versions'
import { listDrafts } from '@/server/db/hint-drafts'

/** Every set with its versions, newest first, and the drafts that somebody works on. */
export async function listSets() {
  const [versions, drafts] = await Promise.all([listSetVersions(), listDrafts()])
  const names = [...new Set(versions.map(({ name }) => name))]
  return {
    sets: names.map((name) => {
      const own = versions.filter((version) => version.name === name)
      return { name, title: own[0]?.title ?? name, isBuiltin: name === builtinAugmentationSet.name, versions: own }
    }),
    drafts,
  }
}
