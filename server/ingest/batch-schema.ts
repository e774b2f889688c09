import { z } from 'zod'
import { gateVerdicts } from '@/server/core/curriculum/curriculum'
import { anyNumber, count, step } from '@/server/core/episodes/number-schema'
import { episodeSchema } from '@/server/core/episodes/record-schema'
import type { EvaluationPoint, TrainerEvent } from '@/server/core/policies/trainer-events'
import { splits } from '@/server/core/tasks/task'

const stage = count.max(1000)

const criterionSchema = z.object({
  name: z.enum(['min_steps', 'max_steps', 'accuracy_converged', 'gain', 'gradient_stable', 'collapse']),
  met: z.boolean(),
  value: anyNumber.nullable(),
  threshold: anyNumber.nullable(),
  detail: z.string(),
})

const verdictSchema = z.object({
  verdict: z.enum(gateVerdicts),
  step,
  criteria: z.array(criterionSchema),
  reason: z.string(),
})

const validationSchema = z.object({
  metric: anyNumber,
  byDialogue: z.record(z.string(), anyNumber),
  accuracy: anyNumber,
  gradientNorms: z.array(anyNumber),
})

const evaluatedTaskSchema = z.object({
  task: z.string(),
  split: z.enum(splits),
  success: z.boolean(),
  turnScores: z.array(z.number().int().min(0).max(1)),
  irrelevanceError: z.boolean(),
  steps: step,
  malformedSteps: step,
  episode: z.string(),
})

const pointSchema = z.custom<EvaluationPoint>(
  (value) => typeof value === 'string' && /^(untrained|final|stage-\d{1,4})$/.test(value),
  'untrained, final or stage-<index>',
)

const bytesSchema = z.base64().transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')))

const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('stage-started'), stage, step }),
  z.object({
    type: z.literal('metrics'),
    stage: stage.nullable(),
    step,
    values: z.record(z.string().max(200), anyNumber),
  }),
  z.object({ type: z.literal('episodes'), episodes: z.array(episodeSchema).max(10_000) }),
  z.object({ type: z.literal('validation'), stage, step, stageStep: step, validation: validationSchema }),
  z.object({ type: z.literal('checkpoint'), stage, step, data: bytesSchema }),
  z.object({ type: z.literal('stage-ended'), stage, step, verdict: verdictSchema }),
  z.object({
    type: z.literal('evaluation'),
    point: pointSchema,
    step,
    suite: z.string(),
    partition: z.enum(['train', 'test']),
    tasks: z.array(evaluatedTaskSchema),
  }),
  z.object({
    type: z.literal('progress'),
    stage: stage.nullable(),
    done: z.number().min(0),
    total: z.number().min(0),
    doing: z.string(),
  }),
  z.object({ type: z.literal('log'), line: z.string() }),
])

/** A batch of a trainer's events as JSON; checkpoints are base64. */
export const batchSchema = z.strictObject({
  run: step,
  epoch: step.min(1),
  source: z.string().min(1).max(100),
  sequence: step,
  /** Milliseconds since the epoch. */
  at: count,
  events: z.array(eventSchema as z.ZodType<TrainerEvent>).max(10_000),
})
