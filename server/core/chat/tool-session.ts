import type { CallResult } from '@/server/core/environments/call-result'
import type { ToolCall } from '@/server/core/environments/shared/call'
import type { AgentStep } from '@/server/core/episodes/agent-step'
import type { ChatMessage } from '@/server/core/episodes/chat'
import type { StepOutcome, TruncationReason } from '@/server/core/episodes/record'
import { rules } from '@/server/core/episodes/rule-profile'
import type { CallOutcome, StepResult } from '@/server/core/episodes/step-result'
import type { ToolDoc } from '@/server/core/tasks/task'
import { ChatHistory, messageFormats } from './chat-history'
import type { ChatModel, ChatReply } from './chat-model'
import { EndpointError } from './endpoint-error'
import type { ChatFormat } from './endpoint-settings'

/** One step of a session: what was said in which turn, and what came of it. */
export interface SessionStep {
  readonly turn: number
  readonly step: AgentStep
  readonly result: StepResult
}

interface ToolSessionOptions {
  /** What the user says, turn by turn. */
  readonly messages: readonly string[]
  /** The system prompt, without the tagged format's own. */
  readonly prompt: string
  readonly tools: readonly ToolDoc[]
  readonly format: ChatFormat
  /** Carries a call out. What it throws ends the session: the episode is invalid. */
  readonly execute: (call: ToolCall, signal: AbortSignal) => CallResult | Promise<CallResult>
}

/**
 * What a user says, turn by turn, played by a chat model with tools under the benchmark's rules, and judged by nobody
 * here: a conversation or question of BFCL memory, or a question of BFCL web search.
 */
export class ToolSession {
  readonly steps: SessionStep[] = []
  truncated: TruncationReason | null = null
  private readonly history: ChatHistory

  constructor(private readonly options: ToolSessionOptions) {
    this.history = new ChatHistory(options.format, opening(options))
  }

  /** Plays it to its end. A conversation that has become too long for the model ends it; other failures are thrown. */
  async play(model: ChatModel, signal: AbortSignal): Promise<void> {
    const tools = messageFormats[this.options.format].tools(this.options.tools)
    for (const [turn, message] of this.options.messages.entries()) {
      this.history.user({ message, releases: [] })
      for (let isOpen = true; isOpen && this.truncated === null; ) {
        signal.throwIfAborted()
        const reply = await this.ask(() => model.complete({ messages: this.history.messages, tools }, signal))
        if (reply !== null) isOpen = await this.take(reply, turn, signal)
      }
      if (this.truncated !== null) return
    }
  }

  private async ask(complete: () => Promise<ChatReply>): Promise<ChatReply | null> {
    try {
      const reply = await complete()
      if (reply.finishReason !== 'length') return reply
      this.truncated = 'length'
    } catch (error) {
      if (!(error instanceof EndpointError) || error.failure !== 'context') throw error
      this.truncated = 'context'
    }
    return null
  }

  /** Whether the turn goes on. Like everywhere under these rules, the step after the last is still carried out. */
  private async take(reply: ChatReply, turn: number, signal: AbortSignal): Promise<boolean> {
    const step = this.history.heard(reply)
    const calls: CallOutcome[] = []
    for (const call of step.calls) calls.push(outcomeOf(call, await this.options.execute(call, signal)))
    const result = resultOf(step, calls)
    this.steps.push({ turn, step, result })
    this.history.told(result, step)
    const executed = this.steps.filter((other) => other.turn === turn && other.step.calls.length > 0).length
    if (executed > rules.bfcl.stepLimit) this.truncated = 'steps'
    return calls.length > 0
  }
}

const outcomeOf = (call: ToolCall, { text, value, error }: CallResult): CallOutcome => ({
  ...{ call, executed: true, standard: text, hint: null, text, value, error },
})

/** The tagged format explains itself and the tools first. */
function opening({ format, tools, prompt }: ToolSessionOptions): ChatMessage[] {
  const [first] = messageFormats[format].opening(tools)
  const content = format === 'tagged' && first ? `${first.content}\n\n${prompt}` : prompt
  return [{ role: 'system', content }]
}

function resultOf(step: AgentStep, calls: readonly CallOutcome[]): StepResult {
  const failed = calls.some(({ error }) => error !== null)
  const outcome: StepOutcome = step.kind === 'malformed' ? 'malformed' : failed ? 'execution_error' : 'executed'
  return { outcome, calls, notice: null, turn: null, next: null, episodeEnded: false }
}
