import type { ChatFormat } from '@/server/core/chat/endpoint-settings'
import { ownRulesRecord, ownRulesTurn, unjudgedTurns } from '@/server/core/chat/own-rules-record'
import { answeringSteps, sessionSteps } from '@/server/core/chat/session-steps'
import { ToolSession } from '@/server/core/chat/tool-session'
import { evaluationRegistry } from '@/server/core/environments/evaluation-registry'
import { MemoryFolder } from '@/server/core/episodes/memory/memory-folder'
import { memoryPrompt } from '@/server/core/episodes/memory/memory-prompt'
import type { MemoryWorld } from '@/server/core/episodes/memory/memory-world'
import type { EpisodeIdentity, EpisodeRecord } from '@/server/core/episodes/record'
import { checkQuestion, type QuestionVerdict } from '@/server/core/evaluation/memory/question-check'
import { type MemoryQuestion, prepareMemoryQuestion } from '@/server/core/tasks/memory-entries'
import { type MemoryEntry, memoryDomain } from '@/server/core/tasks/memory-entry'
import type { Suite, Task, ToolDoc } from '@/server/core/tasks/task'
import type { PlayOutcome } from '@/server/db/evaluation-plays'
import type { MeteredModel } from '@/server/endpoints/open-endpoint'
import type { ScenarioMemories } from './scenario-memories'
import type { TaskPlay } from './task-play'

interface MemoryPlayInput {
  readonly task: Task
  readonly suite: Suite
  readonly identity: EpisodeIdentity
  readonly format: ChatFormat
  readonly model: MeteredModel
  /** What the conversations before the questions leave behind. */
  readonly memories: ScenarioMemories
}

/**
 * A question of BFCL memory. The first question of a scenario has its conversations played; all of them start from the
 * memory that these leave behind, and leave nothing behind themselves.
 */
export const memoryPlay = (input: MemoryPlayInput): TaskPlay => new MemoryPlay(input)

class MemoryPlay implements TaskPlay {
  private readonly question: MemoryQuestion
  private readonly tools: readonly ToolDoc[]
  private session: ToolSession | null = null
  private readonly conversations: EpisodeRecord[] = []

  constructor(private readonly input: MemoryPlayInput) {
    this.question = prepareMemoryQuestion(input.task, input.suite)
    this.tools = input.suite.toolDocs[memoryDomain(this.question.question.backend)] ?? []
  }

  readonly play = async (signal: AbortSignal): Promise<void> => {
    const { memories, identity, model } = this.input
    const files = await memories.of(this.question.question, identity.rollout, () => this.converse(signal))
    const { world } = new MemoryFolder(evaluationRegistry, files).open(this.question.question)
    this.session = this.sessionOf(this.question.question, world)
    await this.session.play(model, signal)
  }

  readonly usage = () => this.input.model.usage

  readonly before = () => this.conversations

  readonly record = (): EpisodeRecord => {
    const { identity, task, format } = this.input
    const { question, answers } = this.question
    const steps = sessionSteps(this.session?.steps ?? [], format)
    const verdict = this.judge()
    const userMessage = question.messages[0] ?? ''
    const success = verdict.valid
    const turns = [ownRulesTurn({ userMessage, expected: answers, judged: 'answer', success, steps })]
    const truncated = this.session?.truncated ?? null
    const judged = { success, verdict: verdict.valid ? 'valid' : verdict.error_type, truncated }
    return ownRulesRecord({ identity, task, turns, steps, ...judged })
  }

  readonly outcome = (): PlayOutcome => {
    const { valid: success } = this.judge()
    const { steps, formatErrors: malformedSteps } = this.record().counts
    return { success, turnScores: [success ? 1 : 0], irrelevance: false, steps, malformedSteps, measures: null }
  }

  /** What is said in one entry is not carried to the next, only the memory is. */
  private sessionOf(entry: MemoryEntry, world: MemoryWorld): ToolSession {
    return new ToolSession({
      ...{ messages: entry.messages, prompt: memoryPrompt(entry, world.shown()), tools: this.tools },
      ...{ format: this.input.format, execute: (call) => world.execute(call) },
    })
  }

  private judge(): QuestionVerdict {
    return checkQuestion([answeringSteps(this.session?.steps ?? [])], this.question.answers)
  }

  /** The scenario's conversations, one after the other, each from the memory that the one before left. */
  private async converse(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const folder = new MemoryFolder(evaluationRegistry)
    for (const entry of this.question.conversations) {
      const { world } = folder.open(entry)
      const session = this.sessionOf(entry, world)
      await session.play(this.input.model, signal)
      this.conversations.push(this.conversationRecord(entry, session))
      folder.close(entry, world)
    }
    return folder.files
  }

  private conversationRecord(entry: MemoryEntry, session: ToolSession): EpisodeRecord {
    const { identity, task, format } = this.input
    const steps = sessionSteps(session.steps, format)
    const turns = unjudgedTurns(entry.messages, steps)
    const judged = { success: false, verdict: 'not judged', truncated: session.truncated }
    return ownRulesRecord({
      identity: { ...identity, id: `${identity.id}/${entry.id}` },
      task,
      turns,
      steps,
      ...judged,
    })
  }
}
