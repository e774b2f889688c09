import { describe, expect, it } from 'vitest'
import { parseJson } from '@/server/core/environments/shared/json'
import { isDict, type PyDict, type PyList, type PyValue } from '@/server/core/environments/shared/values'
import { attributeState } from './attribute-state'

type Shed = { tools: PyDict; visitors: PyList; open: PyValue }
const shed = attributeState<Shed>({ tools: new Map(), visitors: [], open: false })
const options = { longContext: false, tables: new Map() }

function load(text: string): Shed {
  const scenario = parseJson(text)
  if (!isDict(scenario)) throw new Error('no object')
  return shed.load(scenario, options)
}

describe('a state of named attributes', () => {
  it('takes what the scenario says and else the defaults, each world its own', () => {
    const [one, other] = [load('{"visitors": ["Ana"]}'), load('{"visitors": ["Ana"]}')]
    one.visitors.push('Bo')
    one.tools.set('rake', 1)
    expect(shed.encode(one)).toEqual({ tools: { rake: 1 }, visitors: ['Ana', 'Bo'], open: false })
    expect(shed.encode(other)).toEqual({ tools: {}, visitors: ['Ana'], open: false })
    expect(shed.differences(other, one)).toEqual(['tools', 'visitors'])
    expect(shed.encode(load('{}'))).toEqual({ tools: {}, visitors: [], open: false })
  })

  it('copies all that may be changed', () => {
    const one = load('{"visitors": ["Ana"]}')
    const copy = shed.clone(one)
    copy.visitors.push('Bo')
    expect(shed.differences(one, copy)).toEqual(['visitors'])
  })

  it.each([
    ['{"visitor": []}', 'there is no attribute visitor; there are tools, visitors, open'],
    ['{"tools": []}', 'tools must be an object, not list'],
    ['{"visitors": {}}', 'visitors must be an array, not dict'],
  ])('refuses the scenario %s', (text, message) => {
    expect(() => load(text)).toThrow(message)
  })
})
