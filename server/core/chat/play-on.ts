import type { ChatModel } from './chat-model'
import type { Conversation } from './conversation'
import { EndpointError } from './endpoint-error'

/**
 * Lets a chat model play a conversation's episode to its end, from wherever it stands. A conversation that has become
 * too long for the model truncates the episode; any other failure of its endpoint is thrown (the episode is then
 * invalid), and so is the signal's reason.
 */
export async function playOn(conversation: Conversation, model: ChatModel, signal: AbortSignal): Promise<void> {
  while (!conversation.episode.isOver) await playStep(conversation, model, signal)
}

/** The same up to the end of the turn that is open. */
export async function playTurnOn(conversation: Conversation, model: ChatModel, signal: AbortSignal): Promise<void> {
  const { episode } = conversation
  const turn = episode.isOver ? null : episode.current().index
  while (!episode.isOver && episode.current().index === turn) await playStep(conversation, model, signal)
}

async function playStep(conversation: Conversation, model: ChatModel, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  try {
    conversation.answer(await model.complete(conversation.request, signal))
  } catch (error) {
    if (!(error instanceof EndpointError) || error.failure !== 'context') throw error
    conversation.truncate('context')
  }
}
