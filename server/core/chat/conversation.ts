import type { ToolCall } from '@/server/core/environments/shared/call'
import { jsonDumps } from '@/server/core/environments/shared/text'
import type { AgentStep } from '@/server/core/episodes/agent-step'
import type { ChatMessage, ChatToolCall } from '@/server/core/episodes/chat'
import type { Episode } from '@/server/core/episodes/episode'
import { nativeCallId } from '@/server/core/episodes/native-format'
import type { TruncationReason } from '@/server/core/episodes/record'
import { ChatHistory, messageFormats } from './chat-history'
import type { ChatReply, ChatRequest } from './chat-model'
import type { ChatFormat } from './endpoint-settings'

/**
 * An episode as a chat model sees it: the messages so far and the tools that are offered now. Earlier thinking is kept
 * or left out as the format says.
 */
export class Conversation {
  private readonly history: ChatHistory

  /** @param episode before its first step; steps that are known already are played with `replay` */
  constructor(
    readonly episode: Episode,
    readonly format: ChatFormat,
  ) {
    const turn = episode.current()
    this.history = new ChatHistory(format, messageFormats[format].opening(turn.tools))
    this.history.user(turn)
  }

  /** What the model is asked next. */
  get request(): ChatRequest {
    const tools = messageFormats[this.format].tools(this.episode.current().tools)
    return { messages: this.history.messages, tools }
  }

  /** Plays a reply. One that was cut for its length ends the episode. */
  answer(reply: ChatReply): void {
    if (reply.finishReason === 'length') this.truncate('length')
    else this.play(this.history.heard(reply))
  }

  /** Plays a step that is known already: of a recorded episode, say. */
  replay(step: AgentStep): void {
    this.history.recall(this.messageOf(step))
    this.play(step)
  }

  truncate(reason: TruncationReason): void {
    this.episode.truncate(reason)
  }

  private play(step: AgentStep): void {
    const result = this.episode.step(step)
    this.history.told(result, step)
    if (result.next !== null) this.history.user(result.next)
  }

  private messageOf(step: AgentStep): ChatMessage {
    const content = messageFormats[this.format].write(step)
    if (this.format === 'tagged' || step.calls.length === 0) return { role: 'assistant', content }
    return { role: 'assistant', content: step.text ?? '', toolCalls: step.calls.map(callOfStep) }
  }
}

const callOfStep = (call: ToolCall, index: number): ChatToolCall => ({
  id: nativeCallId(index),
  name: call.name,
  arguments: jsonDumps(new Map(call.keyword)),
})
