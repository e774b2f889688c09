import type { Curriculum } from './curriculum'
import { paperCurriculum, starterCurriculum } from './default-curriculum'
import { learningProgressCurriculum } from './learning-progress'
import { singleStageCurriculum } from './single-stage'

/** The curricula that come with Envtune. */
export const builtinCurricula: readonly Curriculum[] = [
  starterCurriculum,
  singleStageCurriculum,
  learningProgressCurriculum,
  paperCurriculum,
]
