import { z } from 'zod'
import { issueWords } from '@/server/core/issue-words'
import { chatText } from './chat-text'
import { type ChatLine, chatTurns } from './chat-turns'
import { InterchangeError } from './interchange-error'
import { readMessages } from './read-openai'
import { noMeta, type Transcript } from './transcript'

/** 64-bit columns arrive as bigint. */
const number = z.union([z.number(), z.bigint()]).transform(Number)

const rowSchema = z.looseObject({
  step: number.nullish(),
  prompt: z.unknown(),
  completion: z.unknown(),
  advantage: number.nullish(),
  reward: number.nullish(),
})

/**
 * Reads one row of TRL's logged completions: prompt and completion as text or messages, one column a reward function.
 * The reward is the column `reward`, else the sum of the others that hold numbers: TRL does not log its weights.
 * Throws `InterchangeError`.
 */
export function readTrl(value: unknown): Transcript {
  const parsed = rowSchema.safeParse(value)
  if (!parsed.success) throw new InterchangeError(issueWords(parsed.error))
  const { step, prompt, completion, advantage, reward, ...rest } = parsed.data
  if (prompt === undefined || completion === undefined)
    throw new InterchangeError('has no column "prompt" or no column "completion"')
  const messages = [...messagesOf(prompt, 'user'), ...messagesOf(completion, 'assistant')]
  return {
    meta: {
      ...noMeta,
      ...{ reward: reward ?? sumOf(rest), advantage: advantage ?? null, trainingStep: step ?? null },
    },
    ...chatTurns(messages),
  }
}

function messagesOf(value: unknown, first: 'user' | 'assistant'): ChatLine[] {
  return typeof value === 'string' ? chatText(value, first) : readMessages(value)
}

/** Null: no column holds numbers. */
function sumOf(columns: Readonly<Record<string, unknown>>): number | null {
  const values = Object.values(columns).filter((value) => typeof value === 'number')
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}
