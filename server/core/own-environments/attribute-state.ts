import type { Domain, JsonValue } from '@/server/core/environments/domain'
import { differingAttributes, encodeAttributes } from '@/server/core/environments/public-attributes'
import { ScenarioError } from '@/server/core/environments/scenario'
import { deepCopy } from '@/server/core/environments/shared/containers'
import { typeName } from '@/server/core/environments/shared/truth'
import { isDict, type PyDict, type PyValue } from '@/server/core/environments/shared/values'

/** What a domain does with its state, for a state that is made of named values. */
type StateFunctions<State> = Pick<Domain<State>, 'load' | 'clone' | 'differences' | 'encode'>

/**
 * The functions of a domain whose state is a record of public attributes. Every world has a copy of its own, so that
 * tools may change values in place. A scenario may set each attribute, to a value of the same kind where the default
 * is a dictionary or a list, and nothing else.
 */
export function attributeState<State extends Readonly<Record<string, PyValue>>>(
  defaults: State,
): StateFunctions<State> {
  const usual: Readonly<Record<string, PyValue>> = defaults
  const names = Object.keys(defaults)
  // the names are exactly those of the defaults, and `given` keeps dictionaries and lists what they are
  const stateOf = (pick: (name: string) => PyValue): State =>
    Object.fromEntries(names.map((name) => [name, deepCopy(pick(name))])) as State
  return {
    load: (scenario) => {
      refuseUnknown(scenario, names)
      return stateOf((name) => given(scenario, name, usual[name] ?? null))
    },
    clone: (state) => stateOf((name) => state[name] ?? null),
    differences: (expected, actual) => differingAttributes(names, expected, actual),
    encode: (state): { [attribute: string]: JsonValue } => encodeAttributes(names, state),
  }
}

function refuseUnknown(scenario: PyDict, names: readonly string[]): void {
  const unknown = [...scenario.keys()].find((key) => !names.includes(String(key)))
  if (unknown !== undefined)
    throw new ScenarioError(`there is no attribute ${String(unknown)}; there are ${names.join(', ')}`)
}

function given(scenario: PyDict, name: string, usual: PyValue): PyValue {
  const value = scenario.get(name)
  if (value === undefined) return usual
  if (isDict(usual) && !isDict(value)) throw new ScenarioError(`${name} must be an object, not ${typeName(value)}`)
  if (Array.isArray(usual) && !Array.isArray(value))
    throw new ScenarioError(`${name} must be an array, not ${typeName(value)}`)
  return value
}
