import { z } from 'zod'
import { issueWords } from '@/server/core/issue-words'
import { agentText } from './agent-text'
import { type ChatLine, chatTurns } from './chat-turns'
import { InterchangeError } from './interchange-error'
import { judgementSchema, noMeta, type Transcript, transcriptMetaSchema } from './transcript'

const part = z.looseObject({ type: z.string().optional(), text: z.string().optional() })
/** Text, or the text among parts. */
const content = z
  .union([z.string(), z.array(part)])
  .nullish()
  .transform((given) => (typeof given === 'string' ? given : (given ?? []).map(({ text }) => text ?? '').join('')))

const callSchema = z.looseObject({
  id: z.string().nullish(),
  function: z.looseObject({
    name: z.string(),
    arguments: z
      .union([z.string(), z.record(z.string(), z.unknown())])
      .nullish()
      .transform((given) => (typeof given === 'string' ? given : JSON.stringify(given ?? {}))),
  }),
})

const messageSchema = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content,
  name: z.string().nullish(),
  reasoning_content: z.string().nullish(),
  tool_calls: z.array(callSchema).nullish(),
  tool_call_id: z.string().nullish(),
})

const lineSchema = z.looseObject({
  messages: z.array(messageSchema).min(1),
  reward: z.number().nullish(),
  score: z.number().nullish(),
  advantage: z.number().nullish(),
  task: z.string().nullish(),
  id: z.string().nullish(),
  envtune: z.object({ meta: transcriptMetaSchema, turns: z.array(judgementSchema.nullable()) }).nullish(),
})

/** Reads one line of chat messages: `{"messages": […]}` or a bare list. Throws `InterchangeError`. */
export function readOpenAi(value: unknown): Transcript {
  const parsed = lineSchema.safeParse(Array.isArray(value) ? { messages: value } : value)
  if (!parsed.success) throw new InterchangeError(issueWords(parsed.error))
  const { messages, envtune, reward, score, advantage, task, id } = parsed.data
  const turns = chatTurns(
    messages.map((message) => chatLine(message, !envtune)),
    envtune?.turns,
  )
  const meta = envtune?.meta ?? {
    ...noMeta,
    ...{ reward: reward ?? score ?? null, advantage: advantage ?? null, task: task ?? null, id: id ?? null },
  }
  return { meta, ...turns }
}

/**
 * One message as it stands in chats of this kind.
 * @param reads whether calls and thinking are looked for in the text, where the message does not say them apart
 */
export function chatLine(message: z.infer<typeof messageSchema>, reads: boolean): ChatLine {
  const calls = message.tool_calls?.map(({ id, function: called }) => ({ id: id ?? null, ...called })) ?? null
  const written = {
    role: message.role === 'developer' ? ('system' as const) : message.role,
    content: message.content,
    name: message.name ?? null,
    thinking: message.reasoning_content ?? null,
    calls: calls?.map(({ id, name, arguments: given }) => ({ id, name, arguments: given })) ?? null,
    callId: message.tool_call_id ?? null,
  }
  if (!reads || message.role !== 'assistant' || calls !== null || written.thinking !== null) return written
  return { ...written, ...agentText(message.content) }
}

/** Messages of a column or a field: each is checked. Throws `InterchangeError`. */
export function readMessages(value: unknown): ChatLine[] {
  const parsed = z.array(messageSchema).safeParse(value)
  if (!parsed.success) throw new InterchangeError(issueWords(parsed.error))
  return parsed.data.map((message) => chatLine(message, true))
}
