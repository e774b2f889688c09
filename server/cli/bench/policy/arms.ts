import type { Curriculum } from '@/server/core/curriculum/curriculum'
import { starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { learningProgressCurriculum } from '@/server/core/curriculum/learning-progress'
import { singleStageCurriculum } from '@/server/core/curriculum/single-stage'
import type { PolicySettings } from '@/server/core/runs/snapshot'

/** One way of training that is compared with the others. */
export interface Arm {
  readonly name: string
  readonly title: string
  readonly curriculum: Curriculum
  readonly augmented: boolean
  readonly reward: 'stage' | 'progress' | 'binary'
  readonly settings: Partial<PolicySettings>
}

/** Every stage runs to its maximum, so that arms that are compared take the same number of steps. */
const toTheEnd = (curriculum: Curriculum): Curriculum => ({
  ...curriculum,
  stages: curriculum.stages.map((stage) => ({ ...stage, gate: { ...stage.gate, minSteps: stage.gate.maxSteps } })),
})
const full = toTheEnd(starterCurriculum)

export const arms: readonly Arm[] = [
  arm('curriculum', 'Four stages, as launched by default', { curriculum: starterCurriculum }),
  arm('full-length', 'Four stages, each to its maximum'),
  arm('no-curriculum', 'Last stage only, same number of steps', { curriculum: singleStageCurriculum }),
  arm('no-augmentation', 'Standard feedback in every stage', { augmented: false }),
  arm('no-distillation', 'Hints, but nothing taught without them', { settings: { hintDistillation: 0 } }),
  arm('no-reset', 'Without resetting the state', { settings: { resetState: false } }),
  arm('two-updates', 'Two updates a batch, ratios clipped', { settings: { updatesPerBatch: 2 } }),
  arm('kl', 'KL to the start of the stage, coefficient 0.1', { settings: { kl: 0.1 } }),
  arm('paper-progress', 'Whole trajectories, progress reward', { reward: 'progress', settings: { credit: 'paper' } }),
  arm('paper-binary', 'Whole trajectories, binary reward', { reward: 'binary', settings: { credit: 'paper' } }),
  arm('supervised', 'Supervised on the reference calls, last stage only, same number of steps', {
    curriculum: singleStageCurriculum,
    settings: { credit: 'supervised' },
  }),
  arm('supervised-stages', 'Supervised on the reference calls, four stages', { settings: { credit: 'supervised' } }),
  arm('learning-progress', 'Tasks drawn by learning progress in every stage but the first', {
    curriculum: toTheEnd(learningProgressCurriculum),
  }),
]

function arm(name: string, title: string, more: Partial<Arm> = {}): Arm {
  return { name, title, curriculum: full, augmented: true, reward: 'stage', settings: {}, ...more }
}
