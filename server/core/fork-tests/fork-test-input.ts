import { z } from 'zod'
import { forkTargetSchema } from './plan'

const number = z
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1)

const setReference = z.union([
  z.object({ name: z.string().min(1).max(200), version: number }),
  /** A draft as it stands. */
  z.object({ draft: number }),
])
export type ForkSetReference = z.infer<typeof setReference>

/** What a person decides about a fork test. */
export const forkTestInput = z.object({
  run: number,
  target: forkTargetSchema,
  /** Absent: for an error without a rule the newest version of the run's set, else the set of the run. */
  setA: setReference.nullish(),
  setB: setReference.nullish(),
  /** Who plays on; absent: the run's own policy at its last checkpoint. */
  endpoint: number.nullish(),
  /** How many failing calls are drawn, if there are as many. */
  forks: z.number().int().min(1).max(1000).default(60),
  repeats: z.number().int().min(1).max(50).default(8),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(0),
  /** Failing calls of test tasks, too. */
  testTasks: z.boolean().default(false),
})
export type ForkTestInput = z.infer<typeof forkTestInput>
