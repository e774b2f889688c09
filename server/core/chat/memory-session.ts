import type { ToolCall } from '@/server/core/environments/shared/call'
import type { AgentStep } from '@/server/core/episodes/agent-step'
import type { ChatMessage } from '@/server/core/episodes/chat'
import { memoryPrompt } from '@/server/core/episodes/memory/memory-prompt'
import type { MemoryWorld } from '@/server/core/episodes/memory/memory-world'
import type { StepOutcome, TruncationReason } from '@/server/core/episodes/record'
import { rules } from '@/server/core/episodes/rule-profile'
import type { CallOutcome, StepResult } from '@/server/core/episodes/step-result'
import type { MemoryEntry } from '@/server/core/tasks/memory-entry'
import type { ToolDoc } from '@/server/core/tasks/task'
import { ChatHistory, messageFormats } from './chat-history'
import type { ChatModel, ChatReply } from './chat-model'
import { EndpointError } from './endpoint-error'
import type { ChatFormat } from './endpoint-settings'

/** One step of an entry: what was said in which turn, and what came of it. */
export interface MemoryStep {
  readonly turn: number
  readonly step: AgentStep
  readonly result: StepResult
}

interface MemorySessionOptions {
  readonly entry: MemoryEntry
  readonly world: MemoryWorld
  readonly tools: readonly ToolDoc[]
  readonly format: ChatFormat
}

/**
 * One entry of BFCL memory, a conversation or a question, played by a chat model: its user messages turn by turn, under
 * the benchmark's rules. What is said in one entry is not carried to the next, only the memory is.
 */
export class MemorySession {
  readonly steps: MemoryStep[] = []
  truncated: TruncationReason | null = null
  private readonly history: ChatHistory

  constructor(private readonly options: MemorySessionOptions) {
    const { entry, world, format } = options
    this.history = new ChatHistory(format, opening(options, memoryPrompt(entry, world.shown())))
  }

  /** Plays it to its end. A conversation that has become too long for the model ends it; other failures are thrown. */
  async play(model: ChatModel, signal: AbortSignal): Promise<void> {
    const tools = messageFormats[this.options.format].tools(this.options.tools)
    for (const [turn, message] of this.options.entry.messages.entries()) {
      this.history.user({ message, releases: [] })
      for (let isOpen = true; isOpen && this.truncated === null; ) {
        signal.throwIfAborted()
        const reply = await this.ask(() => model.complete({ messages: this.history.messages, tools }, signal))
        if (reply !== null) isOpen = this.take(reply, turn)
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
  private take(reply: ChatReply, turn: number): boolean {
    const step = this.history.heard(reply)
    const calls = step.calls.map((call) => this.execute(call))
    const result = resultOf(step, calls)
    this.steps.push({ turn, step, result })
    this.history.told(result, step)
    const executed = this.steps.filter((other) => other.turn === turn && other.step.calls.length > 0).length
    if (executed > rules.bfcl.stepLimit) this.truncated = 'steps'
    return calls.length > 0
  }

  private execute(call: ToolCall): CallOutcome {
    const { text, value, error } = this.options.world.execute(call)
    return { call, executed: true, standard: text, hint: null, text, value, error }
  }
}

/** The tagged format explains itself and the tools first. */
function opening({ format, tools }: MemorySessionOptions, prompt: string): ChatMessage[] {
  const [first] = messageFormats[format].opening(tools)
  const content = format === 'tagged' && first ? `${first.content}\n\n${prompt}` : prompt
  return [{ role: 'system', content }]
}

function resultOf(step: AgentStep, calls: readonly CallOutcome[]): StepResult {
  const failed = calls.some(({ error }) => error !== null)
  const outcome: StepOutcome = step.kind === 'malformed' ? 'malformed' : failed ? 'execution_error' : 'executed'
  return { outcome, calls, notice: null, turn: null, next: null, episodeEnded: false }
}
