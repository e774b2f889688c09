import type { Taken } from './act'
import { type ArgumentValue, valueKey } from './argument-value'
import { omitted } from './candidate-list'
import type { ChosenArgument } from './hold-decision'
import { parameterDecision } from './parameter-decision'
import type { DecidedCall, Situation } from './situation'
import { toolDecision } from './tool-decision'

/**
 * The decisions that lead to a given call (null: to an answer) in another situation than the one in which it was
 * decided. Choices that are not on offer there are left out, and so is the decision to go ahead: how often to hold
 * back is no matter of how errors are set right. `choices` collects the arguments that are on offer.
 */
export function retake(situation: Situation, call: DecidedCall | null, choices: ChosenArgument[] = []): Taken[] {
  const decision = toolDecision(situation)
  const { tools } = situation.toolbox
  if (call === null) return [{ decision, option: tools.length }]
  const option = tools.findIndex(({ name }) => name === call.tool)
  const tool = tools[option]
  if (!tool) return []
  const taken: Taken[] = [{ decision, option }]
  const chosen = new Map<string, ArgumentValue>()
  for (const parameter of tool.parameters) {
    const choice = parameterDecision(situation, tool, parameter, chosen, call.clause)
    const value = call.arguments.get(parameter.name)
    const key = value === undefined ? undefined : valueKey(value)
    const at = choice?.values.findIndex((each) => (each === omitted ? undefined : valueKey(each)) === key) ?? -1
    if (choice && at >= 0) taken.push({ decision: choice.decision, option: at })
    if (value === undefined) continue
    chosen.set(parameter.name, value)
    if (choice && at >= 0) {
      choices.push({ parameter, value, decision: choice.decision, option: at, source: choice.sources[at] ?? 'message' })
    }
  }
  return taken
}
