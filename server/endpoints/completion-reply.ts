import { z } from 'zod'
import type { ChatReply } from '@/server/core/chat/chat-model'
import { EndpointError } from '@/server/core/chat/endpoint-error'
import type { CountedReply } from './chat-client'

const text = z.string().nullish()

/** Calls as servers send them; some leave out ids, some send the arguments as an object. */
const callSchema = z.object({
  id: text,
  function: z.object({
    name: text,
    arguments: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
  }),
})

const usageSchema = z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null)

const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: text,
        message: z.object({
          content: text,
          refusal: text,
          reasoning_content: text,
          reasoning: text,
          tool_calls: z.array(callSchema).nullish(),
        }),
      }),
    )
    .min(1),
  usage: usageSchema,
})

/** What a server's answer says. Throws `malformed` when it is no chat completion. */
export function replyOf(answer: unknown): CountedReply {
  if (typeof answer === 'string' && answer.trimStart().startsWith('data:'))
    throw new EndpointError('malformed', 'the server answered with a stream though none was asked for')
  const parsed = completionSchema.safeParse(answer)
  if (!parsed.success) throw new EndpointError('malformed', notCompletion(answer))
  const { choices, usage } = parsed.data
  const [{ message, finish_reason } = { message: {}, finish_reason: null }] = choices
  return { reply: readMessage(message, finish_reason ?? null), ...countedTokens(usage) }
}

type Message = Partial<z.infer<typeof completionSchema>['choices'][number]['message']>

const readMessage = (message: Message, finishReason: string | null): ChatReply => ({
  content: message.content ?? message.refusal ?? null,
  thinking: message.reasoning_content ?? message.reasoning ?? null,
  toolCalls: (message.tool_calls ?? []).map(({ id, function: { name, arguments: given } }) => ({
    id: id ?? '',
    name: name ?? '',
    arguments: typeof given === 'object' && given !== null ? JSON.stringify(given) : (given ?? ''),
  })),
  finishReason,
})

export const countedTokens = (usage: unknown): Pick<CountedReply, 'promptTokens' | 'completionTokens'> => {
  const counted = usageSchema.parse(usage)
  return { promptTokens: counted?.prompt_tokens ?? null, completionTokens: counted?.completion_tokens ?? null }
}

/** Servers send errors with status 200, too. */
function notCompletion(answer: unknown): string {
  const shown = typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? 'nothing')
  return `the answer is no chat completion: ${shown.slice(0, 300)}`
}
