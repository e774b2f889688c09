import { z } from 'zod'
import { endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'
import type { Feedback } from '@/server/core/curriculum/curriculum'
import { type AugmentationSet, augmentationSetSchema } from '@/server/core/hints/rule'

const word = z.string().min(1).max(200)

/** Which recorded failing calls of a run a test forks: those that a rule matched, those of an error, all. */
export const forkTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rule'), rule: word }),
  z.strictObject({
    kind: z.literal('error'),
    /** Absent: in any domain, of any tool. */
    domain: word.optional(),
    tool: word.optional(),
    code: word,
    /** Those that a rule of the run's set matched, too; else only those that none did. */
    withRule: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('all') }),
])
export type ForkTarget = z.infer<typeof forkTargetSchema>

/** A set as a test keeps it. Of a draft: its rules as they stood, under the version that they would have become. */
export const forkSetSchema = augmentationSetSchema.extend({ draft: z.number().int().positive().optional() })
export type ForkSet = z.infer<typeof forkSetSchema>

/** Everything that determines a fork test besides who plays on; the sets whole, so that it can be told what was shown. */
export const forkPlanSchema = z.object({
  target: forkTargetSchema,
  /** Set A and, where two are compared, set B. */
  sets: z.array(forkSetSchema).min(1).max(2),
  player: z.discriminatedUnion('kind', [
    /** The built-in policy as it stood at a training step of the run, drawing its actions. */
    z.object({ kind: z.literal('checkpoint'), step: z.number().int(), temperature: z.number() }),
    z.object({ kind: z.literal('endpoint'), name: z.string(), settings: endpointSettingsSchema }),
  ]),
  /** How often the turn goes on from each fork under each arm. */
  repeats: z.number().int().min(1),
  seed: z.number().int(),
  /** Whether failing calls of test tasks were drawn, too. */
  testTasks: z.boolean(),
})
export type ForkPlan = z.infer<typeof forkPlanSchema>

/** One way of reporting the failing call and all that fail after it in the turn. */
export interface ForkArm {
  readonly label: string
  readonly feedback: Feedback
  /** Without hints it only says what they would have been. */
  readonly augmentation: AugmentationSet
}

/** What an arm is called: `own-hints@2`, or `own-hints (draft 7)`. */
export const setLabel = ({ name, version, draft }: Pick<ForkSet, 'name' | 'version' | 'draft'>): string =>
  draft === undefined ? `${name}@${version}` : `${name} (draft ${draft})`

/** The arms in their order: no hint, set A, set B. Throws on a plan without a set. */
export function forkArms({ sets }: Pick<ForkPlan, 'sets'>): ForkArm[] {
  const [first] = sets
  if (!first) throw new Error('a fork test needs a set of hints')
  return [
    { label: 'no hint', feedback: 'standard', augmentation: first },
    ...sets.map((set) => ({ label: setLabel(set), feedback: 'augmented' as const, augmentation: set })),
  ]
}
