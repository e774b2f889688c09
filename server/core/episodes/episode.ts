import type { ToolCall } from '@/server/core/environments/shared/call'
import type { World } from '@/server/core/environments/world'
import { hintFor } from '@/server/core/hints/augmentation-set'
import type { PreparedTurn } from '@/server/core/tasks/prepare-task'
import type { AgentStep } from './agent-step'
import { buildRecord } from './build-record'
import { EpisodeLog } from './episode-log'
import type { EpisodeOptions } from './episode-options'
import { type ExpectedTurn, type GroundTruth, PlayedGroundTruth } from './ground-truth'
import { userWords } from './message-format'
import type { EpisodeIdentity, EpisodeRecord, StepOutcome, TruncationReason } from './record'
import { emptyTurnWarning, rules } from './rule-profile'
import type { CallOutcome, NextTurn, StepResult, TurnScore } from './step-result'
import { missingResults } from './turn-check'

/** How the turn in progress has gone so far. */
interface TurnProgress {
  steps: number
  executedSteps: number
  executedCalls: number
  strayCalls: number
}

const freshTurn = (): TurnProgress => ({ steps: 0, executedSteps: 0, executedCalls: 0, strayCalls: 0 })

/**
 * One agent's pass through one task (method.md, "An episode"): the agent's world, the expected side, and where the
 * episode stands. Pure and deterministic: the same task and steps give the same record. A thrown error is a fault of
 * ours or of the suite; the episode is then invalid and must not be scored.
 */
export class Episode {
  private turn: number
  private progress = freshTurn()
  private ended = false
  private truncated: TruncationReason | null = null

  private constructor(
    private setting: EpisodeOptions,
    private world: World,
    private readonly truth: GroundTruth,
    /** Standard result texts that the agent has obtained, in order. */
    private readonly obtained: string[],
    private readonly startTurn: number,
    private readonly log: EpisodeLog,
  ) {
    this.turn = startTurn
  }

  get options(): EpisodeOptions {
    return this.setting
  }

  /** A new episode before its first step. Throws when the scenario cannot be loaded. */
  static start(options: EpisodeOptions): Episode {
    const shared = options.groundTruth
    if (options.laggingGroundTruth && shared !== undefined)
      throw new Error('a lagging ground truth cannot be shared: it depends on the agent')
    const truth = shared ?? new PlayedGroundTruth(options.task, options.context)
    return new Episode(options, truth.initial(), truth, [], 0, new EpisodeLog())
  }

  /** The user message that is open now and the tools offered with it. */
  current(): NextTurn {
    const { index, releases, tools, message } = this.turnOf(this.turn)
    return { index, releases, tools, message: userWords({ message, releases }) }
  }

  get isOver(): boolean {
    return this.ended
  }

  /** Plays one agent message. Throws when the episode is over. */
  step(step: AgentStep): StepResult {
    if (this.ended) throw new Error('the episode is over')
    this.log.settle()
    const turn = this.turn
    this.progress.steps++
    const result = this.play(step)
    this.log.addStep({ turn, step, result })
    return result
  }

  private play(step: AgentStep): StepResult {
    if (step.kind === 'malformed') return this.playMalformed(step.malformation.message)
    if (step.calls.length === 0) return this.closed([], null, this.endTurn(false))
    return this.playCalls(step.calls)
  }

  private playMalformed(feedback: string): StepResult {
    const profile = rules[this.options.profile]
    if (profile.malformedEndsTurn) return this.closed([], null, this.endTurn(false))
    return this.closedAtLimit('malformed', [], feedback)
  }

  private playCalls(calls: readonly ToolCall[]): StepResult {
    const isEmptyTurn = this.turnOf(this.turn).expected.length === 0
    if (isEmptyTurn) this.progress.strayCalls += calls.length
    if (isEmptyTurn && rules[this.options.profile].refusesInEmptyTurn)
      return this.closedAtLimit('execution_error', calls.map(refused), emptyTurnWarning)
    const outcomes = calls.map((call) => this.execute(call))
    this.progress.executedSteps++
    this.progress.executedCalls += calls.length
    const failed = outcomes.some((outcome) => outcome.error !== null)
    return this.closedAtLimit(failed ? 'execution_error' : 'executed', outcomes, null)
  }

  private execute(call: ToolCall): CallOutcome {
    const { augmentation, feedback } = this.options
    const { text, value, error } = this.world.execute(call)
    this.obtained.push(text)
    const isHinted = error !== null && augmentation !== null && feedback === 'augmented'
    const hint = isHinted ? hintFor(augmentation, error) : null
    return { call, executed: true, standard: text, hint, text: hint?.text ?? text, value, error }
  }

  /** The result of a step that leaves the turn open, unless the step limit closes it. */
  private closedAtLimit(outcome: StepOutcome, calls: readonly CallOutcome[], notice: string | null): StepResult {
    const profile = rules[this.options.profile]
    const used = profile.countsExecutedOnly ? this.progress.executedSteps : this.progress.steps
    if (used <= (this.options.maxStepsPerTurn ?? profile.stepLimit))
      return { outcome, calls, notice, turn: null, next: null, episodeEnded: false }
    const score = this.endTurn(true)
    if (profile.limitEndsEpisode) {
      this.ended = true
      this.truncated = 'steps'
    }
    return this.closed(calls, notice, score)
  }

  private closed(calls: readonly CallOutcome[], notice: string | null, turn: TurnScore): StepResult {
    const next = this.ended ? null : this.current()
    const outcome = turn.reward === 1 ? 'turn_passed' : 'turn_failed'
    return { outcome, calls, notice, turn, next, episodeEnded: this.ended }
  }

  /** Judges the turn in progress and goes on to the next one, or ends the episode after the last. */
  private endTurn(forcedEnd: boolean, interrupted = false): TurnScore {
    const turn = this.turnOf(this.turn)
    const { executedCalls, strayCalls } = this.progress
    const isLagging = this.options.laggingGroundTruth === true && executedCalls === 0
    const expected = isLagging ? null : this.truth.advance(this.turn)
    const checked = turn.expected.length === 0 ? null : this.check(expected)
    const isSilent = strayCalls === 0 && !(forcedEnd && this.options.profile === 'training')
    const stateOk = checked?.stateOk ?? isSilent
    const execOk = checked === null ? isSilent : checked.missing.length === 0
    const isRight = stateOk && execOk && (checked === null || executedCalls > 0) && !interrupted
    const score = { index: this.turn, reward: isRight ? 1 : 0, stateOk, execOk, forcedEnd }
    const worlds = stateOk || expected === null ? null : { actual: this.world, expected: expected.world }
    this.log.addTurn({ score, missing: checked?.missing ?? [], executedCalls, strayCalls }, worlds)
    this.turn++
    this.progress = freshTurn()
    if (this.turn === this.options.task.turns.length) this.ended = true
    return score
  }

  private check(expected: ExpectedTurn | null): { stateOk: boolean; missing: string[] } {
    if (expected === null) return { stateOk: false, missing: [] }
    return { stateOk: this.world.equals(expected.world), missing: missingResults(expected.results, this.obtained) }
  }

  /** Ends the episode where it stands: the turn in progress and those never reached score 0. */
  truncate(reason: TruncationReason): void {
    if (this.ended) return
    this.log.settle()
    this.endTurn(true, true)
    this.ended = true
    this.truncated = reason
  }

  /** From the next step on failing calls are reported so; what was told before stays as it was told. */
  report({ feedback, augmentation }: Pick<EpisodeOptions, 'feedback' | 'augmentation'>): void {
    this.setting = { ...this.setting, feedback, augmentation }
  }

  /** Results that the agent has obtained so far, in standard text. */
  results(): readonly string[] {
    return this.obtained
  }

  /** An independent copy, records included, at any point. */
  clone(identity: EpisodeIdentity = this.options.identity): Episode {
    const copy = this.copy({ ...this.options, identity }, this.startTurn, this.log.clone())
    copy.turn = this.turn
    copy.progress = { ...this.progress }
    copy.ended = this.ended
    copy.truncated = this.truncated
    return copy
  }

  /**
   * A rollout that starts at the turn boundary where this episode stands: same worlds and obtained results, records
   * from here on only. Its rewards are those of the turns that it plays itself.
   */
  branch(identity: EpisodeIdentity): Episode {
    if (this.ended || this.progress.steps > 0) throw new Error('a branch starts at a turn boundary')
    return this.copy({ ...this.options, identity }, this.turn, new EpisodeLog())
  }

  private copy(options: EpisodeOptions, startTurn: number, log: EpisodeLog): Episode {
    const truth = this.truth.clone()
    return new Episode(options, this.world.clone(), truth, [...this.obtained], startTurn, log)
  }

  /**
   * Puts the agent's world into the expected state at a turn boundary: ours, for tree rollouts whose every branch
   * failed (not the paper's). The agent is shown neither the calls nor their results.
   */
  resetToExpected(): void {
    if (this.progress.steps > 0) throw new Error('the state can be reset at a turn boundary only')
    this.log.settle()
    this.world = this.truth.worldBefore(this.turn).clone()
  }

  /** The record of the episode as it stands; turns that were not played score 0. */
  finish(advantage: number | null = null): EpisodeRecord {
    const { options, log, truncated, startTurn } = this
    return buildRecord({ options, log, truncated, startTurn, advantage })
  }

  private turnOf(index: number): PreparedTurn {
    const turn = this.options.task.turns[index]
    if (turn === undefined) throw new Error('the episode is over')
    return turn
  }
}

const refused = (call: ToolCall): CallOutcome => ({
  call,
  executed: false,
  standard: emptyTurnWarning,
  hint: null,
  text: emptyTurnWarning,
  value: null,
  error: null,
})
