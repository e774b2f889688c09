import type { ToolCall } from '@/server/core/environments/shared/call'
import { isDict, PyFloat, PyTuple, type PyValue } from '@/server/core/environments/shared/values'
import { clauseFor } from '@/server/core/policies/cpu/act'
import { type ArgumentValue, NumberValue } from '@/server/core/policies/cpu/argument-value'
import type { DecidedCall, Situation } from '@/server/core/policies/cpu/situation'
import type { WeightTable } from '@/server/core/policies/cpu/weight-table'

/**
 * A reference call as the policy would have decided it: arguments by name, answering the clause that it would take
 * the call to answer. Undefined when the tool is not on offer or a value is none that the policy can pass.
 */
export function referenceCall(call: ToolCall, situation: Situation, weights: WeightTable): DecidedCall | undefined {
  const option = situation.toolbox.tools.findIndex(({ name }) => name === call.name)
  const tool = situation.toolbox.tools[option]
  if (!tool) return undefined
  const given = new Map<string, ArgumentValue>()
  const named = [...call.positional.map((value, at) => [tool.parameters[at]?.name, value] as const), ...call.keyword]
  for (const [name, value] of named) {
    const argument = argumentValue(value)
    if (name === undefined || argument === undefined) return undefined
    given.set(name, argument)
  }
  return { tool: tool.name, arguments: given, clause: clauseFor(situation, option, weights) }
}

function argumentValue(value: PyValue): ArgumentValue | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return new NumberValue(value, false)
  if (value instanceof PyFloat) return new NumberValue(value.value, true)
  if (Array.isArray(value)) return listValue(value)
  if (value instanceof PyTuple) return listValue(value.items)
  return isDict(value) ? dictValue(value) : undefined
}

function listValue(items: readonly PyValue[]): ArgumentValue | undefined {
  const values = items.map(argumentValue)
  return values.every((each) => each !== undefined) ? values : undefined
}

function dictValue(entries: ReadonlyMap<unknown, PyValue>): ArgumentValue | undefined {
  const result: Record<string, ArgumentValue> = {}
  for (const [key, value] of entries) {
    const argument = argumentValue(value)
    if (typeof key !== 'string' || argument === undefined) return undefined
    result[key] = argument
  }
  return result
}
