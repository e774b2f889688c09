import { z } from 'zod'
import { partitions, splits } from '@/server/core/tasks/task'

export const episodeSorts = ['newest', 'oldest', 'reward-high', 'reward-low'] as const

// Bounds are those of the database's columns: a number in a link must not become an error of the server.
const small = z.number().int().min(0).max(32_767)
const whole = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)
const reward = z.number().min(-1e9).max(1e9)
const word = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !text.includes('\0'), 'has a character that no name has')

export const episodeListInput = z.object({
  run: whole.min(1).nullish(),
  kind: z.enum(['episode', 'branch']).nullish(),
  partition: z.enum(partitions).nullish(),
  /** Stage index from 0. */
  stage: small.nullish(),
  fromStep: whole.nullish(),
  toStep: whole.nullish(),
  split: z.enum(splits).nullish(),
  /** Name of the suite, exact. */
  suite: word(200).nullish(),
  /** Task key, exact. */
  task: word(200).nullish(),
  domain: word(100).nullish(),
  success: z.boolean().nullish(),
  rewardMin: reward.nullish(),
  rewardMax: reward.nullish(),
  /** This turn was played, counted from 0. */
  turn: small.nullish(),
  /** First turn that earned nothing, from 0. */
  failingTurn: small.nullish(),
  /** Error code that some call failed with. */
  code: word(100).nullish(),
  /** Hint rule that was shown. */
  rule: word(200).nullish(),
  /** Some shown hint was followed by recovery in its turn. */
  recovered: z.boolean().nullish(),
  formatErrors: z.boolean().nullish(),
  /** Rollout group: its key repeats from run to run. */
  group: word(300).nullish(),
  sort: z.enum(episodeSorts).default('newest'),
  after: z.string().max(300).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
})
export type EpisodeListInput = z.infer<typeof episodeListInput>
