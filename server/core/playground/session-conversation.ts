import { Conversation } from '@/server/core/chat/conversation'
import type { ChatFormat } from '@/server/core/chat/endpoint-settings'
import type { ToolCall } from '@/server/core/environments/shared/call'
import { type AgentStep, callsStep } from '@/server/core/episodes/agent-step'
import type { ToolDoc } from '@/server/core/tasks/task'
import { type PlaySetting, startEpisode, stepOf } from './play-session'
import type { PlaygroundSession } from './session'

/** What was played so far as a chat model is to be shown it, whoever played it: it can go on from there. */
export function sessionConversation(
  session: PlaygroundSession,
  setting: PlaySetting,
  format: ChatFormat,
): Conversation {
  const conversation = new Conversation(startEpisode(session, setting), format)
  for (const move of session.moves) {
    const { tools } = conversation.episode.current()
    conversation.replay(asModelsCall(stepOf(move), tools))
  }
  return conversation
}

/** A model's calls have names for all their arguments; a person may leave them out. */
function asModelsCall(step: AgentStep, tools: readonly ToolDoc[]): AgentStep {
  if (step.kind !== 'calls') return step
  return callsStep(
    step.calls.map((call) => namedArguments(call, tools)),
    null,
    step.thinking,
  )
}

function namedArguments(call: ToolCall, tools: readonly ToolDoc[]): ToolCall {
  const names = Object.keys(tools.find(({ name }) => name === call.name)?.parameters.properties ?? {})
  // what the tool has no names for stays as it was made
  if (call.positional.length === 0 || call.positional.length > names.length) return call
  const named = call.positional.map((value, index) => [names[index] ?? '', value] as const)
  return { ...call, positional: [], keyword: [...named, ...call.keyword] }
}
