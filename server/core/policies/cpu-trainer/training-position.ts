import { z } from 'zod'

const word = z.number().int().min(0)

const verdictSchema = z.object({
  verdict: z.enum(['pass', 'wait', 'stalled', 'limit', 'collapse']),
  step: z.number(),
  criteria: z.array(
    z.object({
      name: z.enum(['min_steps', 'max_steps', 'accuracy_converged', 'gain', 'gradient_stable', 'collapse']),
      met: z.boolean(),
      value: z.number().nullable(),
      threshold: z.number().nullable(),
      detail: z.string(),
    }),
  ),
  reason: z.string(),
})

const trackSchema = z.object({ task: z.string(), recent: z.number(), longer: z.number(), best: z.number() })

/** Where a run stands when a checkpoint is written: right after a validation and its verdict. */
export const trainingPositionSchema = z.object({
  stage: z.number().int().min(0),
  /** Training steps done in the stage, and in the run. */
  stageStep: word,
  step: word,
  sampler: z.object({ order: z.array(z.string()), at: word, tracks: z.array(trackSchema).optional() }),
  rng: z.tuple([word, word, word, word]),
  /** The verdict on the validation made here; null when the run was stopped instead. */
  verdict: verdictSchema.nullable(),
})
export type TrainingPosition = z.infer<typeof trainingPositionSchema>
