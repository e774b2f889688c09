import type {
  EpisodeIdentity,
  EpisodeRecord,
  StepRecord,
  TruncationReason,
  TurnRecord,
} from '@/server/core/episodes/record'
import { toolErrors } from '@/server/core/episodes/tool-errors'
import type { Task } from '@/server/core/tasks/task'

interface OwnRulesInput {
  readonly identity: EpisodeIdentity
  readonly task: Pick<Task, 'split' | 'domains'>
  readonly turns: readonly TurnRecord[]
  readonly steps: readonly StepRecord[]
  readonly success: boolean
  readonly verdict: string
  readonly truncated: TruncationReason | null
}

/** The stored form of an episode that a benchmark judges by rules of its own, as a whole. */
export function ownRulesRecord({ identity, task, turns, steps, ...judged }: OwnRulesInput): EpisodeRecord {
  const errors = toolErrors(steps, 'standard')
  const calls = steps.reduce((sum, step) => sum + step.calls.length, 0)
  const malformed = steps.filter(({ kind }) => kind === 'malformed').length
  const right = judged.success ? 1 : 0
  const wellFormed = steps.length === 0 ? 0 : 1 - malformed / steps.length
  const rewards = { progress: right, binary: right, syntax: wellFormed + (calls === 0 ? 0 : 1 - errors.length / calls) }
  return {
    ...{ ...identity, ...judged, split: task.split, domains: task.domains, profile: 'bfcl', feedback: 'standard' },
    ...{ rewardName: 'progress', reward: right, rewards, advantage: null, irrelevanceError: false },
    counts: {
      ...{ turns: turns.length, steps: steps.length, calls, formatErrors: malformed, toolErrors: errors.length },
      ...{ hintsShown: 0, hintsRecovered: 0 },
    },
    ...{ turns, steps, toolErrors: errors },
  }
}

interface OwnRulesTurn {
  readonly userMessage: string
  readonly expected: readonly string[]
  /** What is judged: the end state, or what was said. */
  readonly judged: 'state' | 'answer'
  readonly success: boolean
  readonly steps: readonly StepRecord[]
}

/** The one turn that such an episode is shown as. */
export const ownRulesTurn = ({ userMessage, expected, judged, success, steps }: OwnRulesTurn): TurnRecord => ({
  ...{ index: 0, userMessage, releases: [], expected, missingResults: [], differences: [] },
  ...{ stateOk: success || judged !== 'state', execOk: success || judged !== 'answer', reward: success ? 1 : 0 },
  ...{ forcedEnd: false, executedCalls: steps.reduce((sum, step) => sum + step.calls.length, 0) },
})

/** The turns of a conversation that is not judged, as far as it was played. */
export const unjudgedTurns = (messages: readonly string[], steps: readonly StepRecord[]): TurnRecord[] =>
  messages.slice(0, (steps.at(-1)?.turn ?? -1) + 1).map((userMessage, index) => {
    const own = steps.filter(({ turn }) => turn === index)
    return { ...ownRulesTurn({ userMessage, expected: [], judged: 'answer', success: false, steps: own }), index }
  })
