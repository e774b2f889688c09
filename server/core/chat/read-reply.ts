import { parseJson } from '@/server/core/environments/shared/json'
import { type AgentStep, malformedStep } from '@/server/core/episodes/agent-step'
import type { ChatToolCall } from '@/server/core/episodes/chat'
import { malformation } from '@/server/core/episodes/malformations'
import { readNative } from '@/server/core/episodes/native-format'
import { readTagged } from '@/server/core/episodes/tagged-format'
import type { ChatReply } from './chat-model'
import type { ChatFormat } from './endpoint-settings'

/** The step that a reply is. Never throws: what cannot be read is a malformed step that says what is wrong. */
export const readReply = (reply: ChatReply, format: ChatFormat): AgentStep =>
  format === 'tagged' ? readTagged(taggedText(reply)) : readNativeReply(reply)

/** A server may have split the thinking off the text that the format wants whole. */
export function taggedText({ content, thinking }: ChatReply): string {
  const text = content ?? ''
  return thinking === null || text.includes('<think>') ? text : `<think>${thinking}</think>\n${text}`
}

function readNativeReply(reply: ChatReply): AgentStep {
  for (const call of reply.toolCalls) {
    const fault = faultOf(call)
    if (fault !== null) return malformedStep(malformation('arguments_not_json', fault), textOfCalls(reply))
  }
  return readNative({ content: reply.content, thinking: reply.thinking, calls: reply.toolCalls })
}

/** What is wrong with the arguments as JSON; null: nothing. Empty text is no arguments. */
function faultOf({ name, arguments: text }: ChatToolCall): string | null {
  if (text.trim() === '') return null
  try {
    parseJson(text)
    return null
  } catch (error) {
    return `${name}: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** A reply with its calls as text: what is remembered and recorded of calls that cannot be read. */
export const textOfCalls = ({ content, toolCalls }: ChatReply): string =>
  [content ?? '', ...toolCalls.map(({ name, arguments: text }) => `${name}(${text})`)]
    .filter((line) => line !== '')
    .join('\n')
