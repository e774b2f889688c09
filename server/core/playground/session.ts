import { z } from 'zod'
import { feedbackNames } from '@/server/core/curriculum/curriculum'
import { ruleProfiles } from '@/server/core/episodes/record'

/** Most moves of a session, calls of a move, and characters of the whole session: every request plays it again. */
export const mostMoves = 200
export const mostCalls = 20
export const mostCharacters = 100_000

const text = z.string().max(20_000)

/** Who made a move that no person made: the name of an endpoint, and what it thought. */
const maker = { by: z.string().max(200).optional(), thinking: text.optional() }

/**
 * One message of the player: calls, as Python call expressions; an answer, which ends the turn; or, from a model, a
 * message that cannot be read.
 */
export const moveSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('calls'), calls: z.array(text.min(1)).min(1).max(mostCalls), ...maker }),
  z.object({ kind: z.literal('answer'), text, ...maker }),
  z.object({
    ...{ kind: z.literal('malformed'), text, by: maker.by },
    malformation: z.object({ code: z.string().max(100), message: text }),
  }),
])
export type Move = z.infer<typeof moveSchema>

/** How results are given and judged; may be changed over the same moves. */
export const playSettingsSchema = z.object({
  profile: z.enum(ruleProfiles),
  /** Which text the player is told; the other one is shown beside it. */
  feedback: z.enum(feedbackNames),
  /** The augmentation set that renders the other text; null: there are no hints. */
  augmentation: z.object({ name: z.string().min(1).max(200), version: z.number().int().positive() }).nullable(),
})
export type PlaySettings = z.infer<typeof playSettingsSchema>

/** Everything that a session is: playing it again gives the same worlds and the same texts. */
export const sessionSchema = z.object({
  suite: z.object({ name: z.string().min(1), hash: z.string().min(1) }),
  /** A task of the suite; null: some of its domains, in the state that they have without a scenario. */
  task: z.string().min(1).nullable(),
  /** Of a bare session; else empty. */
  domains: z.array(z.string().min(1)).max(32),
  ...playSettingsSchema.shape,
  /** Today, for the tools. */
  day: z.object({ year: z.number().int(), month: z.number().int(), day: z.number().int() }),
  moves: z.array(moveSchema).max(mostMoves),
})
export type PlaygroundSession = z.infer<typeof sessionSchema>
