import type { CallRecord, StepRecord } from '@/server/core/episodes/record'

/** What an agent can do after a failing call, in the order in which a message with several calls is judged. */
export const nextActions = [
  'retried',
  'named_tool',
  'repeated',
  'other_call',
  'answered',
  'malformed',
  'cut_off',
] as const
export type NextAction = (typeof nextActions)[number]

/** Of a step, what its successor is judged by; a `StepRecord` is one. */
export type JudgedStep = Pick<StepRecord, 'turn' | 'step' | 'kind'> & {
  readonly calls: readonly Pick<CallRecord, 'name' | 'expression' | 'standard' | 'hinted'>[]
}

/**
 * What the agent did with the message that followed a failing call: the first one that it wrote after it had read what
 * came back, so that calls beside the failing one in the same message do not count.
 * * `retried`: a call of the same tool with other arguments
 * * `named_tool`: a call of another tool that the hint names (or the standard text, where no rule matches)
 * * `repeated`: the same call once more
 * * `other_call`: other calls only
 * * `answered`: an answer, or an empty list of calls
 * * `malformed`: a message that could not be read
 * * `cut_off`: no further message in this turn
 *
 * The first of these that holds for any of the message's calls counts. The hint's text is looked at whether or not the
 * agent saw it, so that both feedbacks are judged alike. Null: the steps do not hold the call.
 */
export function nextAction(
  steps: readonly JudgedStep[],
  failed: { readonly step: number; readonly call: number },
): NextAction | null {
  const position = steps.findIndex(({ step }) => step === failed.step)
  const call = steps[position]?.calls[failed.call]
  if (call === undefined) return null
  const next = steps[position + 1]
  if (next === undefined || next.turn !== steps[position]?.turn) return 'cut_off'
  if (next.kind === 'malformed') return 'malformed'
  if (next.calls.length === 0) return 'answered'
  if (next.calls.some(({ name, expression }) => name === call.name && expression !== call.expression)) return 'retried'
  const named = new Set((call.hinted ?? call.standard).match(/[A-Za-z_]\w*/g))
  if (next.calls.some(({ name }) => name !== call.name && named.has(name))) return 'named_tool'
  return next.calls.some(({ name }) => name === call.name) ? 'repeated' : 'other_call'
}
