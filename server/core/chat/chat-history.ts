import type { AgentStep } from '@/server/core/episodes/agent-step'
import type { ChatMessage } from '@/server/core/episodes/chat'
import type { MessageFormat, UserTurn } from '@/server/core/episodes/message-format'
import { nativeCallId, nativeFormat } from '@/server/core/episodes/native-format'
import type { StepResult } from '@/server/core/episodes/step-result'
import { taggedFormat } from '@/server/core/episodes/tagged-format'
import type { ChatReply } from './chat-model'
import type { ChatFormat } from './endpoint-settings'
import { readReply, taggedText, textOfCalls } from './read-reply'

type Written = Omit<MessageFormat<never>, 'read'>

/** What writes the messages; also the `format` of an episode's options. */
export const messageFormats: Readonly<Record<ChatFormat, Written>> = { native: nativeFormat, tagged: taggedFormat }

/** The messages between an environment and a chat model, as the model is to be shown them. */
export class ChatHistory {
  private readonly kept: ChatMessage[] = []
  private readonly writes: Written

  constructor(
    private readonly format: ChatFormat,
    opening: readonly ChatMessage[],
  ) {
    this.writes = messageFormats[format]
    for (const message of opening) this.push(message)
  }

  get messages(): readonly ChatMessage[] {
    return this.kept
  }

  user(turn: UserTurn): void {
    this.push(this.writes.user(turn))
  }

  /** The step that a reply is; `told` follows with what came of it. */
  heard(reply: ChatReply): AgentStep {
    const step = readReply(reply, this.format)
    this.push(this.messageOf(reply, step))
    return step
  }

  /** A message of the model that was said before. */
  recall(message: ChatMessage): void {
    this.push(message)
  }

  /** Results carry the ids that the server gave to their calls. */
  told(result: StepResult, step: AgentStep): void {
    const said = this.kept.at(-1)
    for (const message of this.writes.observation(result, step)) this.push(answering(message, said))
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
    const last = this.kept.at(-1)
    if (last?.role === 'user' && message.role === 'user')
      this.kept[this.kept.length - 1] = { role: 'user', content: `${last.content}\n${message.content}` }
    else this.kept.push(message)
  }
}

function answering(told: ChatMessage, said: ChatMessage | undefined): ChatMessage {
  if (told.role !== 'tool') return told
  const call = said?.toolCalls?.find((_, index) => nativeCallId(index) === told.toolCallId)
  return call === undefined ? told : { ...told, toolCallId: call.id }
}
