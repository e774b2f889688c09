import type { Arguments, ArgumentValue } from './argument-value'
import { omitted } from './candidate-list'
import type { Decision } from './decision'
import { formatDecision, stepForms } from './format-head'
import { type ChosenArgument, holdDecision } from './hold-decision'
import { parameterDecision } from './parameter-decision'
import type { DecidedCall, Situation } from './situation'
import { malformedText, stepText } from './step-text'
import { clausesLeft, pendingTools, toolDecision } from './tool-decision'
import type { ReadTool } from './tool-reading'
import type { WeightTable } from './weight-table'

/** One decision that was taken, with the option chosen. */
export interface Taken {
  readonly decision: Decision
  readonly option: number
}

/** What the policy does in one step. `text` is what it says; the rest is how it came to it. */
export type Act = { readonly text: string; readonly taken: readonly Taken[] } & (
  | { readonly kind: 'malformed'; readonly form: number }
  | { readonly kind: 'answer' }
  | { readonly kind: 'call'; readonly call: DecidedCall }
)

/** Picks an option by its probabilities; which one is the caller's business (greedy, sampled). */
export type Chooser = (decision: Decision) => number

/**
 * One step of the policy: form, then tool or answer, then the tool's arguments in the order of its documentation.
 * After `mostCalls` calls in a turn it answers whatever it would have preferred.
 */
export function act(situation: Situation, weights: WeightTable, choose: Chooser, mostCalls = 8): Act {
  const taken: Taken[] = []
  const take = (decision: Decision): number => {
    const option = choose(decision)
    taken.push({ decision, option })
    return option
  }
  const form = take(formatDecision(situation))
  const written = stepForms[form] ?? 'well-formed'
  if (written !== 'well-formed') return { kind: 'malformed', form, text: malformedText[written], taken }
  const call = decide(situation, weights, take, mostCalls)
  return call === null
    ? { kind: 'answer', text: stepText({ kind: 'answer' }), taken }
    : { kind: 'call', call, text: stepText({ kind: 'call', ...call }), taken }
}

function decide(
  situation: Situation,
  weights: WeightTable,
  take: (decision: Decision) => number,
  mostCalls: number,
): DecidedCall | null {
  if (situation.turnCalls.length >= mostCalls) return null
  const option = take(toolDecision(situation))
  const tool = situation.toolbox.tools[option]
  if (!tool) return null
  const clause = clauseFor(situation, option, weights)
  const choices: ChosenArgument[] = []
  const chosen = chooseArguments(situation, tool, clause, take, choices)
  const held = take(holdDecision(situation, option, clause, choices, weights))
  return held === 1 ? null : { tool: tool.name, arguments: chosen, clause }
}

/**
 * The clause left in the message that speaks most for the tool: the one that the call is taken to answer. A call that
 * is made while another tool's failure is open is a means to an end and answers none.
 */
export function clauseFor(situation: Situation, tool: number, weights: WeightTable): number | null {
  const pending = pendingTools(situation)
  if (pending.size > 0 && !pending.has(situation.toolbox.tools[tool]?.name ?? '')) return null
  let best: number | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const clause of clausesLeft(situation)) {
    const match = situation.reading.matches[clause]?.[tool]
    const score = match ? weights.sharedScore(match.features) : Number.NEGATIVE_INFINITY
    if (score > most) {
      most = score
      best = clause
    }
  }
  return best
}

function chooseArguments(
  situation: Situation,
  tool: ReadTool,
  clause: number | null,
  take: (decision: Decision) => number,
  choices: ChosenArgument[],
): Arguments {
  const chosen = new Map<string, ArgumentValue>()
  for (const parameter of tool.parameters) {
    const choice = parameterDecision(situation, tool, parameter, chosen, clause)
    if (!choice) continue
    const option = take(choice.decision)
    const value = choice.values[option]
    if (value === undefined || value === omitted) continue
    chosen.set(parameter.name, value)
    choices.push({ parameter, value, decision: choice.decision, option, source: choice.sources[option] ?? 'message' })
  }
  return chosen
}
