import { z } from 'zod'
import { feedbackNames, rewardNames } from '@/server/core/curriculum/curriculum'
import type { JsonValue } from '@/server/core/environments/domain'
import { partitions, splits } from '@/server/core/tasks/task'
import { anyNumber, count, step } from './number-schema'
import { type EpisodeRecord, ruleProfiles, stepOutcomes } from './record'

const json: z.ZodType<JsonValue> = z.json()
const values = z.record(z.string(), json)

const callSchema = z.object({
  name: z.string(),
  expression: z.string(),
  standard: z.string(),
  hinted: z.string().nullable(),
  rule: z.string().nullable(),
  error: z.object({ domain: z.string(), code: z.string(), values }).nullable(),
  executed: z.boolean(),
})

const stepSchema = z.object({
  turn: count,
  step: count,
  text: z.string(),
  thinking: z.string().nullable(),
  kind: z.enum(['calls', 'answer', 'malformed']),
  calls: z.array(callSchema),
  answer: z.string().nullable(),
  malformation: z.object({ code: z.string(), message: z.string() }).nullable(),
  outcome: z.enum(stepOutcomes),
  observation: z.string().nullable(),
  generation: z
    .object({
      tokenIds: z.array(z.number().int()).optional(),
      logprobs: z.array(z.number().nullable()).optional(),
      policyVersion: z.number().int().optional(),
      finishReason: z.string().optional(),
    })
    .optional(),
})

const turnSchema = z.object({
  index: count.max(1000),
  userMessage: z.string(),
  releases: z.array(z.string()),
  expected: z.array(z.string()),
  missingResults: z.array(z.string()),
  stateOk: z.boolean(),
  execOk: z.boolean(),
  reward: anyNumber,
  forcedEnd: z.boolean(),
  executedCalls: count.max(30_000),
  differences: z.array(z.object({ domain: z.string(), attribute: z.string(), expected: json, actual: json })),
})

const toolErrorSchema = z.object({
  turn: count.max(1000),
  step: count,
  call: count.max(30_000),
  domain: z.string(),
  tool: z.string(),
  code: z.string(),
  values,
  rule: z.string().nullable(),
  shown: z.boolean(),
  recovered: z.boolean(),
})

/** What is stored of an episode; failing calls are worked out from its steps. */
export const recordedSchema = z.object({
  id: z.string().min(1).max(300),
  kind: z.enum(['episode', 'branch']),
  partition: z.enum(partitions),
  stage: count.max(1000).nullable(),
  trainingStep: step,
  suite: z.string(),
  task: z.string(),
  group: z.string().max(300).nullable(),
  rollout: step,
  prefix: z
    .object({ episode: z.string().max(300).nullable(), startTurn: count.max(1000), stateReset: z.boolean() })
    .nullable(),
  split: z.enum(splits),
  domains: z.array(z.string()),
  profile: z.enum(ruleProfiles),
  feedback: z.enum(feedbackNames),
  rewardName: z.enum(rewardNames),
  reward: anyNumber,
  rewards: z.object({ syntax: anyNumber, progress: anyNumber, binary: anyNumber }),
  advantage: anyNumber.nullable(),
  success: z.boolean(),
  verdict: z.string().nullable(),
  irrelevanceError: z.boolean(),
  truncated: z.enum(['length', 'context', 'timeout', 'steps']).nullable(),
  counts: z.object({
    turns: count.max(1000),
    steps: step,
    calls: step,
    formatErrors: step,
    toolErrors: step,
    hintsShown: step,
    hintsRecovered: step,
  }),
  turns: z.array(turnSchema),
  steps: z.array(stepSchema),
})

/** A recorded episode as a trainer elsewhere sends it. */
export const episodeSchema: z.ZodType<EpisodeRecord> = recordedSchema.extend({ toolErrors: z.array(toolErrorSchema) })
