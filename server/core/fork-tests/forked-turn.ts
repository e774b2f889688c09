import type { EpisodeRecord, StepRecord } from '@/server/core/episodes/record'
import { type NextAction, nextAction } from '@/server/core/hints/next-action'

/** One step of the turn after the fork, as it is kept to be looked at. */
export interface ForkedStep {
  readonly kind: StepRecord['kind']
  /** What was said: the answer, or a message that could not be read. */
  readonly text: string | null
  readonly calls: readonly { readonly expression: string; readonly told: string; readonly failed: boolean }[]
}

/** What the agent was told for the failing call. */
export interface ForkTold {
  /** Null: no rule of the arm's set matches, or hints are off. */
  readonly rule: string | null
  readonly text: string
}

/** How a turn went on from a fork. */
export interface ForkedTurn {
  readonly told: ForkTold
  /** As the ledger counts it (server/core/hints/recovery). */
  readonly recovered: boolean
  readonly turnOk: boolean
  readonly next: NextAction | null
  readonly steps: readonly ForkedStep[]
}

const mostText = 2000

/** Reads from the record of a forked episode what became of the failing call and of its turn. */
export function forkedTurn(
  record: EpisodeRecord,
  fork: { readonly turn: number; readonly step: number; readonly call: number },
): ForkedTurn {
  const failing = record.steps[fork.step]?.calls[fork.call]
  const error = record.toolErrors.find(({ step, call }) => step === fork.step && call === fork.call)
  if (!failing || !error) throw new Error('the forked call did not fail')
  const hinted = error.shown && failing.hinted !== null
  const after = record.steps.slice(fork.step + 1).filter(({ turn }) => turn === fork.turn)
  return {
    told: hinted
      ? { rule: failing.rule, text: cut(failing.hinted ?? '') }
      : { rule: null, text: cut(failing.standard) },
    recovered: error.recovered,
    turnOk: record.turns.some(({ index, reward }) => index === fork.turn && reward === 1),
    next: nextAction(record.steps, fork),
    steps: after.map((step) => forkedStep(step, record)),
  }
}

function forkedStep({ kind, answer, text, calls }: StepRecord, { feedback }: EpisodeRecord): ForkedStep {
  const said = kind === 'answer' ? (answer ?? '') : kind === 'malformed' ? text : null
  return {
    kind,
    text: said === null ? null : cut(said),
    calls: calls.map(({ expression, standard, hinted, error, executed }) => ({
      expression: cut(expression),
      told: cut(feedback === 'augmented' && hinted !== null ? hinted : standard),
      failed: error !== null || !executed,
    })),
  }
}

const cut = (text: string): string => (text.length > mostText ? `${text.slice(0, mostText)}…` : text)
