import { builtinCurricula } from '@/server/core/curriculum/builtin-curricula'
import { builtinAugmentationSet } from '@/server/core/hints/builtin'
import { storeAugmentationSet } from '@/server/db/augmentation-sets'
import { storeCurriculum } from '@/server/db/curricula'
import { importPublishedScores } from '@/server/services/suites/import-published-scores'

/** Stores what comes with the project: hints, curricula (a changed one becomes a new version), published scores. */
export async function seedBuiltins(): Promise<void> {
  await storeAugmentationSet(builtinAugmentationSet)
  for (const curriculum of builtinCurricula) await storeCurriculum(curriculum)
  await importPublishedScores()
}
