import { z } from 'zod'
import { issueWords } from '@/server/core/issue-words'
import { chatText } from './chat-text'
import { chatTurns } from './chat-turns'
import { InterchangeError } from './interchange-error'
import { noMeta, type Transcript } from './transcript'

const lineSchema = z.looseObject({
  input: z.string(),
  output: z.string(),
  score: z.number().nullish(),
  reward: z.number().nullish(),
  step: z.number().int().nullish(),
  uid: z.union([z.string(), z.number()]).nullish(),
})

/** Reads one line of a verl rollout dump: prompt and response as decoded text. Throws `InterchangeError`. */
export function readVerl(value: unknown): Transcript {
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) throw new InterchangeError(issueWords(parsed.error))
  const { input, output, score, reward, step, uid } = parsed.data
  const messages = [...chatText(input, 'user'), ...chatText(output, 'assistant')]
  return {
    meta: {
      ...noMeta,
      ...{ reward: score ?? reward ?? null, trainingStep: step ?? null, group: uid == null ? null : String(uid) },
    },
    ...chatTurns(messages),
  }
}
