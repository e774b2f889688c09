import type { Curriculum } from './curriculum'
import { starterCurriculum } from './default-curriculum'

/** The automatic curriculum: the starter's stages, in which tasks are drawn by learning progress once format is learned. */
export const learningProgressCurriculum: Curriculum = {
  name: 'learning-progress',
  version: 1,
  title: 'Four stages, tasks drawn by learning progress (built-in policy)',
  stages: starterCurriculum.stages.map((stage) =>
    stage.reward === 'syntax' ? stage : { ...stage, data: { ...stage.data, sampling: 'learning-progress' } },
  ),
}
