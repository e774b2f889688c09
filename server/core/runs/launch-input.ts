import { z } from 'zod'
import { gateSchema, rewardNames, stageSchema } from '@/server/core/curriculum/curriculum'
import { policySettingsSchema } from './snapshot'
import { engines, trainerSettingsSchema } from './trainer-settings'

/** What may be changed of a stage when launching; the changed curriculum becomes a version of its own. */
export const stageEditSchema = z.strictObject({
  groupSize: stageSchema.shape.groupSize.max(256).optional(),
  batchSize: stageSchema.shape.batchSize.max(1024).optional(),
  /** Use at most this many training tasks. */
  limit: stageSchema.shape.data.shape.limit,
  gate: gateSchema.partial().strict().optional(),
})
export type StageEdit = z.infer<typeof stageEditSchema>

const maxSeed = 2 ** 31 - 1

/** What a person decides when launching; everything else of the snapshot follows from it. */
export const launchInputSchema = z.strictObject({
  /** Chosen by the caller: the same key launches once, however often it is sent. */
  key: z.string().min(8).max(100),
  /** Empty: named after suite and seed. */
  name: z.string().trim().max(120).default(''),
  /** Name of an in-distribution suite; its newest version is used. */
  suite: z.string().min(1, 'choose a suite'),
  /** Names of suites that are evaluated beside it; absent: all that are stored. */
  outOfDistribution: z.array(z.string().min(1)).optional(),
  curriculum: z.string().min(1, 'choose a curriculum'),
  /** Absent: its newest version. */
  curriculumVersion: z.int32().positive().optional(),
  /** Changes by stage name. */
  stages: z.record(z.string(), stageEditSchema).default({}),
  /** Name of an augmentation set; null: off, every stage gives standard feedback. */
  augmentation: z.string().min(1).nullable(),
  reward: z.enum(['stage', ...rewardNames]).default('stage'),
  /** The run whose settings these began as. */
  parent: z.number().int().positive().max(maxSeed).optional(),
  /** One run per seed. */
  seeds: z
    .array(z.number().int('a seed is a whole number').min(0, 'a seed is 0 or more').max(maxSeed, `at most ${maxSeed}`))
    .min(1, 'give at least one seed')
    .max(50, 'at most 50 seeds at once')
    .refine((seeds) => new Set(seeds).size === seeds.length, 'each seed once'),
  /** Name of a backend; `local` trains the built-in policy on this machine. */
  backend: z.string().min(1).max(100).default('local'),
  settings: policySettingsSchema.default(policySettingsSchema.parse({})),
  /** On a cluster: the language model, by a name that the cluster can load or a path on it. */
  model: z.string().trim().max(300).default(''),
  /** On a cluster: what trains it. */
  engine: z.enum(engines).default('trl'),
  /** On a cluster: its settings. */
  trainer: trainerSettingsSchema.default(trainerSettingsSchema.parse({})),
})
export type LaunchInput = z.infer<typeof launchInputSchema>
export type LaunchRequest = z.input<typeof launchInputSchema>
