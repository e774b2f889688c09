import { z } from 'zod'
import { EndpointError } from '@/server/core/chat/endpoint-error'
import type { CountedReply } from './chat-client'
import { countedTokens } from './completion-reply'

const text = z.string().nullish()

const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: text,
        delta: z
          .object({
            content: text,
            refusal: text,
            reasoning_content: text,
            reasoning: text,
            tool_calls: z
              .array(
                z.object({
                  index: z.number().int().min(0).default(0),
                  id: text,
                  function: z.object({ name: text, arguments: text }).nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
      }),
    )
    .default([]),
  usage: z.unknown().optional(),
})
type Delta = NonNullable<z.infer<typeof chunkSchema>['choices'][number]['delta']>

/** Puts a streamed answer together. Throws `connection` when it stops before its end. */
export async function collectStream(chunks: AsyncIterable<unknown>): Promise<CountedReply> {
  const answer = new Pieces()
  let finishReason: string | null = null
  let usage: unknown = null
  for await (const chunk of chunks) {
    const parsed = chunkSchema.safeParse(chunk)
    if (!parsed.success)
      throw new EndpointError('malformed', `a piece of the stream is none: ${JSON.stringify(chunk)?.slice(0, 300)}`)
    const [choice] = parsed.data.choices
    if (choice?.delta) answer.add(choice.delta)
    finishReason = choice?.finish_reason ?? finishReason
    usage = parsed.data.usage ?? usage
  }
  if (finishReason === null) throw new EndpointError('connection', 'the stream stopped before its end')
  return { reply: { ...answer.whole(), finishReason }, ...countedTokens(usage) }
}

class Pieces {
  private content: string | null = null
  private thinking: string | null = null
  private readonly calls = new Map<number, { id: string; name: string; arguments: string }>()

  add({ content, refusal, reasoning_content, reasoning, tool_calls }: Delta): void {
    const said = content ?? refusal
    const thought = reasoning_content ?? reasoning
    if (said != null) this.content = (this.content ?? '') + said
    if (thought != null) this.thinking = (this.thinking ?? '') + thought
    for (const { index, id, function: part } of tool_calls ?? []) {
      const call = this.calls.get(index) ?? { id: '', name: '', arguments: '' }
      this.calls.set(index, {
        id: call.id || (id ?? ''),
        name: call.name + (part?.name ?? ''),
        arguments: call.arguments + (part?.arguments ?? ''),
      })
    }
  }

  whole() {
    const toolCalls = [...this.calls].sort(([a], [b]) => a - b).map(([, call]) => call)
    return { content: this.content, thinking: this.thinking, toolCalls }
  }
}
