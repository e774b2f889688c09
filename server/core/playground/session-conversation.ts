import { Conversation } from '@/server/core/chat/conversation'
import type { ChatFormat } from '@/server/core/chat/endpoint-settings'
import { type PlaySetting, startEpisode, stepOf } from './play-session'
import type { PlaygroundSession } from './session'

/** What was played so far as a chat model is to be shown it, whoever played it: it can go on from there. */
export function sessionConversation(
  session: PlaygroundSession,
  setting: PlaySetting,
  format: ChatFormat,
): Conversation {
  const conversation = new Conversation(startEpisode(session, setting), format)
  for (const move of session.moves) conversation.replay(stepOf(move))
  return conversation
}
