import { messageFormats } from '@/server/core/chat/chat-history'
import type { ChatModel } from '@/server/core/chat/chat-model'
import { Conversation } from '@/server/core/chat/conversation'
import type { ChatFormat } from '@/server/core/chat/endpoint-settings'
import { playTurnOn } from '@/server/core/chat/play-on'
import type { ForkPlayer } from './seat'

/** A chat model at a fork: it is shown the recorded messages as its own. @param model the model of a repeat */
export const chatForkPlayer = (format: ChatFormat, model: (repeat: number) => ChatModel): ForkPlayer => ({
  format: messageFormats[format],
  sit: (episode, repeat) => {
    const conversation = new Conversation(episode, format)
    return {
      replay: (step) => conversation.replay(step),
      playOn: (signal) => playTurnOn(conversation, model(repeat), signal),
    }
  },
})
