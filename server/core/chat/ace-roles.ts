import { agentPrompt } from '@/server/core/episodes/acebench/agent-prompt'
import type { AceAgent } from '@/server/core/episodes/acebench/play-episode'
import { userPrompt } from '@/server/core/episodes/acebench/user-prompt'
import type { UserSimulator } from '@/server/core/episodes/acebench/user-simulator'
import type { ChatMessage } from '@/server/core/episodes/chat'
import type { AceTask } from '@/server/core/tasks/ace-task'
import type { ChatModel } from './chat-model'
import { plainAnswer } from './plain-answer'

/** A chat model as the agent of ACEBench: asked anew at every step, with one system and one user message. */
export const chatAgent = (task: AceTask, model: ChatModel, signal: AbortSignal): AceAgent => ({
  next: async (history) => {
    const { system, user } = agentPrompt(task, history)
    return plainAnswer(await model.complete({ messages: messages(system, user), tools: [] }, signal))
  },
})

/** A chat model as the user of ACEBench: its own words are the assistant's, the agent's the user's. */
export const chatUser = (task: AceTask, model: ChatModel, signal: AbortSignal): UserSimulator => ({
  next: async (chat) => {
    const { system, first } = userPrompt(task)
    const said = chat.map(
      ({ role, text }): ChatMessage => ({ role: role === 'system' ? 'assistant' : 'user', content: text }),
    )
    return plainAnswer(await model.complete({ messages: [...messages(system, first), ...said], tools: [] }, signal))
  },
})

const messages = (system: string, user: string): ChatMessage[] => [
  { role: 'system', content: system },
  { role: 'user', content: user },
]
