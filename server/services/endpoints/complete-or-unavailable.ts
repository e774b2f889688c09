import { AppError } from '@/server/app-error'
import type { ChatModel, ChatReply, ChatRequest } from '@/server/core/chat/chat-model'
import { EndpointError } from '@/server/core/chat/endpoint-error'

/** A model's whole answer for somebody who waits for it. Throws UNAVAILABLE when there is none, or it was cut. */
export async function completeOrUnavailable(
  model: ChatModel,
  request: ChatRequest,
  signal: AbortSignal,
): Promise<ChatReply> {
  const reply = await orUnavailable(model.complete(request, signal))
  if (reply.finishReason !== 'length') return reply
  const message = 'The answer was cut for its length: raise the endpoint’s limit of tokens.'
  throw new AppError('UNAVAILABLE', message, 'endpoint')
}

async function orUnavailable(answer: Promise<ChatReply>): Promise<ChatReply> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof EndpointError) throw new AppError('UNAVAILABLE', error.message, 'endpoint')
    throw error
  }
}
