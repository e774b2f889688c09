import { InterchangeError } from './interchange-error'
import { environmentName } from './openai-messages'
import type { Judgement, TranscriptCall, TranscriptStep, TranscriptTurn } from './transcript'

/** One chat message, wherever it comes from. */
export interface ChatLine {
  readonly role: 'system' | 'user' | 'assistant' | 'tool'
  readonly content: string
  readonly name: string | null
  readonly thinking: string | null
  /** Null: the message has no calls, not even an empty list. */
  readonly calls: readonly { readonly id: string | null; readonly name: string; readonly arguments: string }[] | null
  readonly callId: string | null
}

export interface ChatTurns {
  readonly system: string | null
  readonly turns: readonly TranscriptTurn[]
}

interface OpenStep {
  readonly step: Omit<TranscriptStep, 'calls' | 'told'>
  readonly calls: (TranscriptCall & { readonly id: string | null })[]
  told: string | null
}

/**
 * A flat history as turns with steps: a user message begins a turn, tool messages answer the calls before them (by
 * their id, else in order). What the agent said before anybody asked stands in a turn of its own. Throws
 * `InterchangeError` for a tool message that nothing in its turn could have asked for.
 */
export function chatTurns(messages: readonly ChatLine[], judgements: readonly (Judgement | null)[] = []): ChatTurns {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content)
  const turns: { user: string; steps: OpenStep[] }[] = []
  const present = () => turns.at(-1) ?? opened('')
  const opened = (user: string) => {
    const turn = { user, steps: [] }
    turns.push(turn)
    return turn
  }
  for (const [index, message] of messages.entries()) {
    if (message.role === 'assistant') present().steps.push(openStep(message))
    else if (message.role === 'tool') {
      const step = present().steps.at(-1)
      if (!step)
        throw new InterchangeError(`messages[${index}]: a tool message needs an assistant's before it in its turn`)
      answer(step, message)
    } else if (message.role === 'user') {
      const last = turns.at(-1)?.steps.at(-1)
      if (message.name === environmentName && last) last.told = message.content
      else opened(message.content)
    }
  }
  return {
    system: system.length === 0 ? null : system.join('\n\n'),
    turns: turns.map(({ user, steps }, index) => ({
      user,
      steps: steps.map(closed),
      judgement: judgements[index] ?? null,
    })),
  }
}

const openStep = ({ content, thinking, calls }: ChatLine): OpenStep => ({
  step: { kind: calls === null ? 'answer' : 'calls', thinking, text: content },
  calls: (calls ?? []).map(({ id, name, arguments: given }) => ({
    id,
    name,
    arguments: given,
    result: null,
    note: null,
  })),
  told: null,
})

function answer(step: OpenStep, { callId, content }: ChatLine): void {
  const byId = callId === null ? -1 : step.calls.findIndex((call) => call.id === callId && call.result === null)
  const at = byId >= 0 ? byId : step.calls.findIndex(({ result }) => result === null)
  const call = step.calls[at]
  if (call) step.calls[at] = { ...call, result: content }
  else step.told = step.told === null ? content : `${step.told}\n${content}`
}

const closed = ({ step, calls, told }: OpenStep): TranscriptStep => ({
  ...step,
  calls: calls.map(({ id: _, ...call }) => call),
  told,
})
