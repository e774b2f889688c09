import type { ChatModel } from './chat-model'
import type { Conversation } from './conversation'
import { EndpointError } from './endpoint-error'

/**
 * Lets a chat model play a conversation's episode to its end, from wherever it stands. A conversation that has become
 * too long for the model truncates the episode; any other failure of its endpoint is thrown (the episode is then
 * invalid), and so is the signal's reason.
 */
export async function playOn(conversation: Conversation, model: ChatModel, signal: AbortSignal): Promise<void> {
  while (!conversation.episode.isOver) {
    signal.throwIfAborted()
    try {
      conversation.answer(await model.complete(conversation.request, signal))
    } catch (error) {
      if (!(error instanceof EndpointError) || error.failure !== 'context') throw error
      conversation.truncate('context')
    }
  }
}
