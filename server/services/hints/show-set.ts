import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { diffRules } from '@/server/core/hints/diff-rules'
import { listRunsOfSet, listSetVersions } from '@/server/db/augmentation-set-versions'
import { findAugmentationSet } from '@/server/db/augmentation-sets'

const version = z
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1)

export const showSetInput = z.object({
  name: z.string().min(1).max(200),
  version,
  /** The version to compare with; absent: the one before. */
  against: version.nullish(),
})

/** More runs are found by the runs table's filter. */
const mostRuns = 50

/** One version of a set: its rules, what changed against another version, and the runs that used it. */
export async function showSet({ name, version, against }: z.infer<typeof showSetInput>) {
  const [found, versions] = await Promise.all([findAugmentationSet(name, version), listSetVersions(name)])
  if (!found) throw new AppError('NOT_FOUND', `There is no version ${version} of "${name}".`, 'version')
  const other = against ?? versions.find((older) => older.version < version)?.version
  const [earlier, runs] = await Promise.all([
    other === undefined ? null : findAugmentationSet(name, other),
    listRunsOfSet(found.id, mostRuns),
  ])
  const own = versions.find((listed) => listed.version === version)
  return {
    ...found.set,
    note: own?.note ?? '',
    createdAt: own?.createdAt ?? null,
    versions,
    runs,
    runCount: own?.runs ?? runs.length,
    diff: earlier ? { against: earlier.set.version, ...diffRules(earlier.set.rules, found.set.rules) } : null,
  }
}
