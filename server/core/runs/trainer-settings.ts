import { z } from 'zod'

/** What can train a language model on a cluster. */
export const engines = ['trl', 'verl'] as const
export type Engine = (typeof engines)[number]

const length = z.number().int().min(16).max(1_048_576)
const few = z.number().int().min(1).max(1024)

/**
 * Settings of the trainers on a cluster. Defaults are the paper's (arXiv 2510.10197) where it names one; the rest is
 * what its runs need on one node of eight GPUs. The names are those of the stage JSON (trainer/README.md).
 */
export const trainerSettingsSchema = z.strictObject({
  learningRate: z.number().positive().max(1).default(1e-6),
  clipLow: z.number().min(0).max(1).default(0.2),
  clipHigh: z.number().min(0).max(1).default(0.28),
  /** Upper bound of the ratio where the advantage is negative. */
  dualClip: z.number().min(1).max(100).default(10),
  /** Coefficient of the KL loss term; 0.1 rather than 0.001 is what kept the paper's policy from collapsing. */
  kl: z.number().min(0).max(10).default(0.1),
  klType: z.enum(['low_var_kl', 'kl', 'abs', 'mse', 'full']).default('low_var_kl'),
  entropy: z.number().min(0).max(1).default(0.001),
  /** `token-mean` is what stock verl 0.4.1 probably ran with the paper's files. */
  lossAggregation: z.enum(['seq-mean-token-mean', 'token-mean']).default('seq-mean-token-mean'),
  promptLength: length.default(8192),
  /** All turns together, observations included. Null: 10,000 tokens in the first two stages, 24,576 after them. */
  responseLength: length.nullable().default(null),
  contextLength: length.default(32_768),
  /** Tokens of one assistant message. */
  stepLength: length.default(2048),
  gradientClip: z.number().positive().max(1000).default(1),
  epochs: few.default(20),
  /** Tasks an update (verl). */
  miniBatch: few.default(32),
  /** Sequences a device pass. */
  microBatch: few.default(1),
  temperature: z.number().positive().max(5).default(1),
  nodes: few.default(1),
  /** 0: no GPU at all (TRL with a tiny model). */
  gpusPerNode: z.number().int().min(0).max(64).default(8),
  tensorParallel: few.default(1),
  rolloutEngine: z.enum(['sglang', 'vllm']).default('sglang'),
  /** Share of a GPU's memory for the rollout engine. */
  gpuMemory: z.number().min(0.05).max(0.98).default(0.6),
  /** Episodes open at once (TRL). */
  concurrency: few.default(64),
  dtype: z.enum(['bfloat16', 'float32']).default('bfloat16'),
  /** When the test tasks of the run's suites are played: each once and greedily, by a job of its own. */
  evaluate: z.enum(['both', 'end', 'never']).default('both'),
  /** Newest checkpoints of a stage that are kept; those of a verdict and pinned ones are kept as well. */
  keepCheckpoints: few.default(3),
  /** Hydra overrides (`a.b=1`) of verl or arguments (`name=value`) of TRL's configuration, the last word. */
  overrides: z
    .array(
      z
        .string()
        .trim()
        .regex(/^[+~]{0,2}[\w.@/-]+(=.*)?$/, 'write name=value'),
    )
    .max(100)
    .default([]),
})
export type TrainerSettings = z.infer<typeof trainerSettingsSchema>

/** Tokens of a stage's responses, all turns together: the paper's lengths unless the settings say otherwise. */
export const responseLengthOf = (settings: TrainerSettings, stage: number): number =>
  settings.responseLength ?? (stage < 2 ? 10_000 : 24_576)
