import type { ChatMessage, ChatTool, ChatToolCall } from '@/server/core/episodes/chat'

/** What a chat model is asked. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[]
  /** Empty: the model is told of its tools in text, or has none. */
  readonly tools: readonly ChatTool[]
}

/** What it answered. */
export interface ChatReply {
  readonly content: string | null
  /** What the server split off as reasoning. */
  readonly thinking: string | null
  readonly toolCalls: readonly ChatToolCall[]
  /** As the server says; `length`: the answer was cut. */
  readonly finishReason: string | null
}

/**
 * Whoever answers chat requests, usually a server. What cannot be had is thrown as an `EndpointError`: it is never an
 * answer of the model.
 */
export interface ChatModel {
  complete(request: ChatRequest, signal: AbortSignal): Promise<ChatReply>
}
