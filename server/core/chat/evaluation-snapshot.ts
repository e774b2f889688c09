import { z } from 'zod'
import { servedModelSchema } from '@/server/core/backends/serve-command'
import { chatFormats, endpointSettingsSchema } from './endpoint-settings'
import { searchSettingsSchema } from './search-settings'

/** An endpoint as it was when the evaluation was launched; its key is read when it is used. */
const endpointSnapshotSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  settings: endpointSettingsSchema,
})

/** What answers web search, as it was when the evaluation was launched. */
const searchSnapshotSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  settings: searchSettingsSchema,
  /** Tells recordings and engines from each other. */
  hash: z.string(),
})

/** A language model of a training run, as it is served to be evaluated. */
const servedPolicySchema = z.object({
  /** The backend on which it is served, by number and name. */
  backend: z.number().int(),
  cluster: z.string(),
  model: servedModelSchema,
  /** The message format in which it was trained. */
  format: z.enum(chatFormats),
  /** Of one answer. */
  maxTokens: z.number().int(),
})
export type ServedPolicy = z.infer<typeof servedPolicySchema>

/** A policy of a training run as it stood at one step. */
export const checkpointSnapshotSchema = z.object({
  /** The training run, by number and name. */
  run: z.number().int(),
  runName: z.string(),
  /** Null: the untrained policy. */
  checkpoint: z.number().int().nullable(),
  step: z.number().int(),
  /** For people: `untrained`, `step 38, in stage 2`. */
  label: z.string(),
  /** 0: greedy. */
  temperature: z.number().min(0),
  /** How its cluster serves it; null: this machine's own policy. */
  served: servedPolicySchema.nullable().default(null),
})

/**
 * Everything that determines an evaluation besides the model itself; the run's snapshot. Either an endpoint or a
 * checkpoint is evaluated.
 */
export const evaluationSnapshotSchema = z.object({
  kind: z.literal('evaluation'),
  /** The model's name, where the runs table looks for it. */
  model: z.object({ name: z.string() }),
  endpoint: endpointSnapshotSchema.nullable(),
  checkpoint: checkpointSnapshotSchema.nullable().default(null),
  /** Who plays the user where a suite needs one. */
  simulator: endpointSnapshotSchema.nullable(),
  /** What answers web search where a suite needs it. */
  search: searchSnapshotSchema.nullable().default(null),
  suites: z
    .array(
      z.object({
        ...{ id: z.number().int(), name: z.string(), title: z.string(), hash: z.string() },
        /** Hash of the files of the user's own domains that it plays in; absent: all of its domains are ours. */
        environment: z.string().optional(),
      }),
    )
    .min(1),
  repeats: z.number().int().min(1),
  seed: z.number().int(),
  evaluationHash: z.string(),
})
export type EvaluationSnapshot = z.infer<typeof evaluationSnapshotSchema>
export type SearchSnapshot = z.infer<typeof searchSnapshotSchema>
export type EndpointSnapshot = z.infer<typeof endpointSnapshotSchema>
export type CheckpointSnapshot = z.infer<typeof checkpointSnapshotSchema>
