import { chatAgent, chatUser } from '@/server/core/chat/ace-roles'
import { aceSteps } from '@/server/core/chat/ace-steps'
import { EndpointError } from '@/server/core/chat/endpoint-error'
import { ownRulesRecord, ownRulesTurn } from '@/server/core/chat/own-rules-record'
import { evaluationRegistry } from '@/server/core/environments/evaluation-registry'
import { str } from '@/server/core/environments/shared/text'
import { AceEpisode } from '@/server/core/episodes/acebench/episode'
import { mostMessages } from '@/server/core/episodes/acebench/episode-message'
import { type AceAgent, playEpisode } from '@/server/core/episodes/acebench/play-episode'
import type { UserSimulator } from '@/server/core/episodes/acebench/user-simulator'
import type { EpisodeIdentity, EpisodeRecord, TruncationReason } from '@/server/core/episodes/record'
import { aceVerdict, exactProcessAccuracy } from '@/server/core/evaluation/acebench/ace-verdict'
import { strictVerdict } from '@/server/core/evaluation/acebench/strict-verdict'
import { type AceTask, prepareAceTask } from '@/server/core/tasks/ace-task'
import type { Suite, Task } from '@/server/core/tasks/task'
import type { PlayOutcome } from '@/server/db/evaluation-plays'
import type { MeteredModel } from '@/server/endpoints/open-endpoint'
import type { TaskPlay } from './task-play'

interface AcePlayInput {
  readonly task: Task
  readonly suite: Suite
  readonly identity: EpisodeIdentity
  readonly model: MeteredModel
  /** Who plays the user; null: nobody has to. */
  readonly simulator: MeteredModel | null
}

/** A task of ACEBench agent, judged by its end state: by the reference's judgement and by the strict one. */
export const acePlay = (input: AcePlayInput): TaskPlay => new AcePlay(input)

const nobody: UserSimulator = { next: () => Promise.reject(new Error('no endpoint plays the user')) }

class AcePlay implements TaskPlay {
  private readonly task: AceTask
  private readonly episode: AceEpisode
  private truncated: TruncationReason | null = null

  constructor(private readonly input: AcePlayInput) {
    this.task = prepareAceTask(input.task, input.suite)
    this.episode = AceEpisode.start(this.task, evaluationRegistry)
  }

  readonly play = async (signal: AbortSignal): Promise<void> => {
    const { model, simulator } = this.input
    const user = simulator === null ? nobody : chatUser(this.task, simulator, signal)
    try {
      await playEpisode(this.episode, this.cutForContext(chatAgent(this.task, model, signal)), user)
      if (this.episode.messages.length > mostMessages) this.truncated = 'steps'
    } catch (error) {
      if (this.truncated === null) throw error
    }
  }

  readonly usage = () => this.input.model.usage

  readonly before = () => []

  readonly record = (): EpisodeRecord => {
    const { identity, task } = this.input
    const steps = aceSteps(this.episode)
    const { success, verdict } = this.judge()
    const { milestones } = this.task.truth
    const expected = milestones.flatMap((entry) => (typeof entry === 'string' ? [entry] : []))
    const first = this.episode.messages[0]
    const said = first?.sender === 'user' ? str(first.message) : this.task.question
    const turns = [ownRulesTurn({ userMessage: said, expected, judged: 'state', success, steps })]
    return ownRulesRecord({ identity, task, turns, steps, success, verdict, truncated: this.truncated })
  }

  readonly outcome = (): PlayOutcome => {
    const { truth } = this.task
    const { result, process } = this.episode
    const { success } = this.judge()
    const strict = strictVerdict(truth, result).valid ? 1 : 0
    const measures = { strict, process: exactProcessAccuracy(truth, result, process) }
    const steps = this.episode.messages.filter(({ sender }) => sender === 'agent').length
    return { success, turnScores: [success ? 1 : 0], irrelevance: false, steps, malformedSteps: 0, measures }
  }

  private judge(): { success: boolean; verdict: string } {
    const verdict = aceVerdict(this.task.truth, this.episode.result, this.episode.process)
    return { success: verdict.valid, verdict: verdict.valid ? 'valid' : verdict.error_type }
  }

  /** A history that has become too long for the agent ends the episode; it is judged as it stands. */
  private cutForContext(agent: AceAgent): AceAgent {
    return {
      next: async (history) => {
        try {
          return await agent.next(history)
        } catch (error) {
          if (error instanceof EndpointError && error.failure === 'context') this.truncated = 'context'
          throw error
        }
      },
    }
  }
}
