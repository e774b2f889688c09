import { z } from 'zod'
import { curriculumSchema, rewardNames } from '@/server/core/curriculum/curriculum'
import { augmentationSetSchema } from '@/server/core/hints/rule'
import { engines, trainerSettingsSchema } from './trainer-settings'

/**
 * Settings of the built-in CPU policy and its learner. Defaults are the measured ones; the form shows them.
 * Rates are Adagrad step sizes; coefficients multiply their loss term.
 */
export const policySettingsSchema = z.object({
  /**
   * `tree`: groups branch at every turn. `paper`: whole-trajectory groups, the paper's credit assignment.
   * `supervised`: no rollouts and no rewards, the likelihood of the reference calls instead (the baseline).
   */
  credit: z.enum(['tree', 'paper', 'supervised']).default('tree'),
  learningRate: z.number().positive().max(10).default(0.1),
  /** Stage-1 rate of every head except the format head, as a share of learningRate. */
  syntaxRateShare: z.number().min(0).max(1).default(0.1),
  formatRate: z.number().positive().max(10).default(1),
  entropy: z.number().min(0).max(1).default(0.04),
  /** Coefficient of the KL term to the policy at the stage's start (low-variance estimator). */
  kl: z.number().min(0).max(10).default(0.0),
  clipLow: z.number().min(0).max(1).default(0.2),
  clipHigh: z.number().min(0).max(1).default(0.28),
  /** Gradient steps taken on each batch; clipping acts from the second on. */
  updatesPerBatch: z.number().int().min(1).max(8).default(1),
  /** Subtracted from a rollout's reward per erring step and, when it succeeds, per call. */
  stepCost: z.number().min(0).max(0.5).default(0.02),
  /**
   * In stages with augmented feedback: weight with which the steps of a successful rollout that came after a hint are
   * also taught in the situation that standard feedback would have left. This is how what hints teach outlasts them.
   */
  hintDistillation: z.number().min(0).max(10).default(1),
  /** Adagrad's smoothing term: the larger, the smaller the steps of weights that have hardly been touched. */
  smoothing: z.number().positive().max(1000).default(2),
  /** Tree credit only: put the environment into the reference state when every rollout of a turn failed. */
  resetState: z.boolean().default(true),
  temperature: z.number().positive().max(5).default(1),
})
export type PolicySettings = z.infer<typeof policySettingsSchema>

const suiteReference = z.object({
  name: z.string(),
  hash: z.string(),
  /** Hash of the files of the user's own domains that it plays in; absent: all of its domains are ours. */
  environment: z.string().optional(),
})

const common = {
  version: z.literal(1),
  /** In-distribution suite: training, validation and test tasks. */
  suite: suiteReference,
  /** Out-of-distribution suites evaluated beside it. */
  outOfDistribution: z.array(suiteReference),
  curriculum: curriculumSchema,
  /** null: augmentation is off, every stage gives standard feedback. */
  augmentation: augmentationSetSchema.nullable(),
  /** Replaces the reward of every stage but syntax ones; `stage`: as the curriculum says. */
  reward: z.enum(['stage', ...rewardNames]),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  codeVersion: z.string(),
  /** Derived from source content: tools, hints, rewards, profile, format. */
  trainingHash: z.string(),
  /** Derived from source content: tools, rule profile, message format, checker, feedback; an evaluation adds its suite's. */
  evaluationHash: z.string(),
}

/** The built-in policy, trained by a process beside the worker. */
export const localSnapshotSchema = z.object({
  ...common,
  backend: z.literal('local'),
  model: z.object({ kind: z.literal('cpu-policy'), name: z.string() }),
  settings: policySettingsSchema,
})
export type LocalSnapshot = z.infer<typeof localSnapshotSchema>

/** A language model, trained by jobs on a Ray cluster. */
export const raySnapshotSchema = z.object({
  ...common,
  backend: z.literal('ray'),
  /** The backend's name; where it is and how it is entered may change, and is not part of what decides the numbers. */
  cluster: z.string(),
  /** A name that the cluster can load, or a path on it. */
  model: z.object({ kind: z.literal('llm'), name: z.string() }),
  engine: z.enum(engines),
  settings: trainerSettingsSchema,
})
export type RaySnapshot = z.infer<typeof raySnapshotSchema>

/** The immutable configuration of a run: everything that determines its numbers. */
export const runSnapshotSchema = z.discriminatedUnion('backend', [localSnapshotSchema, raySnapshotSchema])
export type RunSnapshot = z.infer<typeof runSnapshotSchema>
