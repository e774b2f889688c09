import { paperCurriculum, starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { learningProgressCurriculum } from '@/server/core/curriculum/learning-progress'
import { singleStageCurriculum } from '@/server/core/curriculum/single-stage'
import { builtinAugmentationSet } from '@/server/core/hints/builtin'
import { storeAugmentationSet } from '@/server/db/augmentation-sets'
import { storeCurriculum } from '@/server/db/curricula'
import { importPublishedScores } from '@/server/services/suites/import-published-scores'

/** Stores what comes with the project: hints, curricula (a changed one becomes a new version), published scores. */
export async function seedBuiltins(): Promise<void> {
  await storeAugmentationSet(builtinAugmentationSet)
  const curricula = [starterCurriculum, singleStageCurriculum, learningProgressCurriculum, paperCurriculum]
  for (const curriculum of curricula) await storeCurriculum(curriculum)
  await importPublishedScores()
}
