import type { ToolCall } from '@/server/core/environments/shared/call'
import { jsonDumps } from '@/server/core/environments/shared/text'
import type { AgentStep } from '@/server/core/episodes/agent-step'
import type { ChatMessage, ChatToolCall } from '@/server/core/episodes/chat'
import type { Episode } from '@/server/core/episodes/episode'
import type { MessageFormat, UserTurn } from '@/server/core/episodes/message-format'
import { nativeCallId, nativeFormat } from '@/server/core/episodes/native-format'
import type { TruncationReason } from '@/server/core/episodes/record'
import type { StepResult } from '@/server/core/episodes/step-result'
import { taggedFormat } from '@/server/core/episodes/tagged-format'
import type { ChatReply, ChatRequest } from './chat-model'
import type { ChatFormat } from './endpoint-settings'
import { readReply, taggedText, textOfCalls } from './read-reply'

type Written = Omit<MessageFormat<never>, 'read'>

/** What writes the messages; also the `format` of the episode's options. */
export const messageFormats: Readonly<Record<ChatFormat, Written>> = { native: nativeFormat, tagged: taggedFormat }

/**
 * An episode as a chat model sees it: the messages so far and the tools that are offered now. Earlier thinking is kept
 * or left out as the format says.
 */
export class Conversation {
  private readonly messages: ChatMessage[] = []
  private readonly writes: Written

  /** @param episode before its first step; what it has played already is to be told with `replay` by another one */
  constructor(
    readonly episode: Episode,
    readonly format: ChatFormat,
  ) {
    this.writes = messageFormats[format]
    const turn = episode.current()
    for (const message of this.writes.opening(turn.tools)) this.push(message)
    this.openTurn(turn)
  }

  /** What the model is asked next. */
  get request(): ChatRequest {
    return { messages: this.messages, tools: this.writes.tools(this.episode.current().tools) }
  }

  /** Plays a reply. One that was cut for its length ends the episode. */
  answer(reply: ChatReply): void {
    if (reply.finishReason === 'length') this.truncate('length')
    else {
      const step = readReply(reply, this.format)
      this.play(step, this.messageOf(reply, step))
    }
  }

  /** Plays a step that is known already: of a recorded episode, say. */
  replay(step: AgentStep): void {
    const toolCalls = this.format === 'native' ? step.calls.map((call, index) => callOfStep(call, index)) : []
    const content = toolCalls.length > 0 ? (step.text ?? '') : this.writes.write(step)
    this.play(step, { role: 'assistant', content, ...(toolCalls.length > 0 ? { toolCalls } : {}) })
  }

  truncate(reason: TruncationReason): void {
    this.episode.truncate(reason)
  }

  private play(step: AgentStep, message: ChatMessage): void {
    this.push(message)
    const result = this.episode.step(step)
    for (const told of this.writes.observation(result, step)) this.push(answering(told, message))
    if (result.next !== null) this.openTurn(opened(result.next))
  }

  private openTurn(turn: UserTurn): void {
    this.push(this.writes.user(turn))
  }

  private messageOf(reply: ChatReply, step: AgentStep): ChatMessage {
    if (this.format === 'tagged') return { role: 'assistant', content: taggedText(reply) }
    // servers read the arguments again: calls that nobody can read go back as text
    if (step.kind === 'malformed') return { role: 'assistant', content: textOfCalls(reply) }
    const toolCalls = reply.toolCalls.map((call, index) => ({ ...call, id: call.id || nativeCallId(index) }))
    return { role: 'assistant', content: reply.content ?? '', ...(toolCalls.length > 0 ? { toolCalls } : {}) }
  }

  /** Several words of the user in a row are one message: some models insist on taking turns. */
  private push(message: ChatMessage): void {
    const last = this.messages.at(-1)
    if (last?.role === 'user' && message.role === 'user')
      this.messages[this.messages.length - 1] = { role: 'user', content: `${last.content}\n${message.content}` }
    else this.messages.push(message)
  }
}

const opened = ({ message, releases }: NonNullable<StepResult['next']>): UserTurn => ({ message, releases })

const callOfStep = (call: ToolCall, index: number): ChatToolCall => ({
  id: nativeCallId(index),
  name: call.name,
  arguments: jsonDumps(new Map(call.keyword)),
})

/** Results carry the ids that the server gave to their calls. */
function answering(told: ChatMessage, { toolCalls }: ChatMessage): ChatMessage {
  if (told.role !== 'tool') return told
  const call = toolCalls?.find((_, index) => nativeCallId(index) === told.toolCallId)
  return call === undefined ? told : { ...told, toolCallId: call.id }
}
