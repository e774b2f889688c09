import { z } from 'zod'
import { aceBenchmarkSchema } from './ace-benchmark'
import { memoryBenchmarkSchema } from './memory-benchmark'
import { partitions, splits } from './splits'
import { webBenchmarkSchema } from './web-benchmark'

export { type Partition, partitions, type Split, splits } from './splits'

/** One user turn: what the user says, and the tools that are released with it (miss_func). */
export const taskTurnSchema = z.object({
  /** Empty for a turn whose message is the release of withheld tools. */
  message: z.string(),
  /** Tools offered from this turn on that were withheld before. */
  releases: z.array(z.string()).default([]),
  /** Ground-truth calls as Python call expressions. Seen by the reward only. Empty: nothing can be done yet. */
  expected: z.array(z.string()),
})
export type TaskTurn = z.infer<typeof taskTurnSchema>

/**
 * One problem instance as a suite's JSON Lines file holds it. `scenario` is JSON text, not an object:
 * `100` and `100.0` are different values to the tools and a JavaScript parser would lose the difference.
 */
export const taskSchema = z.object({
  /** Stable across versions of the suite. */
  key: z.string().min(1),
  /** Tasks of one dialogue are variants of each other and never stand on both sides of a split. */
  dialogue: z.string().min(1),
  split: z.enum(splits),
  partition: z.enum(partitions),
  /** Domain names in order; their tools are offered in this order. */
  domains: z.array(z.string().min(1)).min(1),
  /** JSON text: domain name → scenario. */
  scenario: z.string(),
  /** Tools withheld until a turn releases them. */
  withheld: z.array(z.string()).default([]),
  turns: z.array(taskTurnSchema).min(1),
  /** How a task is judged that is not judged turn by turn. Such a task is for evaluation only. */
  benchmark: z.discriminatedUnion('kind', [aceBenchmarkSchema, memoryBenchmarkSchema, webBenchmarkSchema]).optional(),
})
export type Task = z.infer<typeof taskSchema>

/** A tool's documentation as the benchmark writes it; carried by the suite, never by the domain. */
export const toolDocSchema = z.object({
  name: z.string(),
  description: z.string(),
  parameters: z.object({
    /** `object` is a slip of one benchmark; both mean the same. */
    type: z.enum(['dict', 'object']),
    properties: z.record(z.string(), z.looseObject({ type: z.string(), description: z.string().optional() })),
    required: z.array(z.string()).default([]),
  }),
  response: z.unknown().optional(),
})
export type ToolDoc = z.infer<typeof toolDocSchema>

/** A versioned set of tasks with its own tool docs (by domain) and long-context tables (JSON text by name). */
export interface Suite {
  readonly name: string
  readonly title: string
  readonly kind: 'in-distribution' | 'out-of-distribution'
  /** sha256 over the canonical content. */
  readonly hash: string
  readonly tasks: readonly Task[]
  readonly toolDocs: Readonly<Record<string, readonly ToolDoc[]>>
  readonly tables: Readonly<Record<string, string>>
}
