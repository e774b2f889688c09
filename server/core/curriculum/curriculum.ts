import { z } from 'zod'
import { splits } from '@/server/core/tasks/splits'
import { feedbackNames } from './feedback'

export const rewardNames = ['syntax', 'progress', 'binary'] as const
export type RewardName = (typeof rewardNames)[number]
export { type Feedback, feedbackNames } from './feedback'

export const samplings = ['uniform', 'learning-progress'] as const

/** The test that ends a stage; see gate.ts for how it is judged. Steps are training steps. */
export const gateSchema = z.object({
  minSteps: z.number().int().min(0),
  maxSteps: z.number().int().positive(),
  /** A validation every so many steps. */
  validateEvery: z.number().int().positive(),
  /** Samples a validation task. */
  validationSamples: z.number().int().positive(),
  /** How many validations the slope is judged over. */
  window: z.number().int().min(2),
  /** Validation metric's slope per step below which it counts as converged (upper end of its interval). */
  maxSlope: z.number().positive(),
  /** Coefficient of variation of the gradient norm over the window below which it counts as stable. */
  maxGradientVariation: z.number().positive(),
  /** Whether reaching maxSteps without a pass starts the next stage (`limit`) or stops the run. */
  advanceAtLimit: z.boolean(),
})
export type Gate = z.infer<typeof gateSchema>

export const stageSchema = z.object({
  name: z.string().min(1),
  title: z.string().min(1),
  data: z.object({
    splits: z.array(z.enum(splits)).min(1),
    /** Use at most this many training tasks, drawn with the run's seed; absent: all. */
    limit: z.number().int().positive().optional(),
    /**
     * How batches are drawn. Absent or `uniform`: each task once before any a second time. `learning-progress`: tasks
     * whose success rate moves are drawn more often (ours, not the paper's; the built-in policy only).
     */
    sampling: z.enum(samplings).optional(),
  }),
  reward: z.enum(rewardNames),
  feedback: z.enum(feedbackNames),
  /** Rollouts a task and tasks a step. */
  groupSize: z.number().int().min(2),
  batchSize: z.number().int().positive(),
  gate: gateSchema,
})
export type Stage = z.infer<typeof stageSchema>

/** Stages are told apart by their names, so no two have the same. */
export const curriculumSchema = z.object({
  name: z.string().min(1),
  version: z.number().int().positive(),
  title: z.string().min(1),
  stages: z
    .array(stageSchema)
    .min(1, 'a curriculum has one stage or more')
    .superRefine((stages, context) => {
      const report = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
      stages.forEach(({ name, gate }, index) => {
        if (stages.findIndex((stage) => stage.name === name) < index)
          report([index, 'name'], `another stage has the name ${name}`)
        if (gate.minSteps > gate.maxSteps)
          report([index, 'gate', 'maxSteps'], `at least ${gate.minSteps} steps, but at most ${gate.maxSteps}`)
      })
    }),
})
export type Curriculum = z.infer<typeof curriculumSchema>

export const gateVerdicts = ['pass', 'wait', 'stalled', 'limit', 'collapse'] as const
export type GateVerdictName = (typeof gateVerdicts)[number]

/** A verdict is data: which rule spoke, from which inputs, so that a person can see why a stage ended. */
export interface GateVerdict {
  readonly verdict: GateVerdictName
  /** Training step inside the stage. */
  readonly step: number
  readonly criteria: readonly GateCriterion[]
  /** One sentence for people. */
  readonly reason: string
}
export interface GateCriterion {
  readonly name: 'min_steps' | 'max_steps' | 'accuracy_converged' | 'gain' | 'gradient_stable' | 'collapse'
  readonly met: boolean
  readonly value: number | null
  readonly threshold: number | null
  readonly detail: string
}
