import { describe, expect, it } from 'vitest'
import { chosenValues, withChosenValues } from './choice-in-filter'
import { formatFilter } from './format-filter'
import { parseFilter } from './parse-filter'
import { runFields } from './run-fields'

const parse = (text: string) => parseFilter(text, runFields).node
const choose = (text: string, ...values: string[]) => {
  const node = withChosenValues(parse(text), 'status', values)
  return node && formatFilter(node, runFields)
}

describe('choosing values of a field in a filter', () => {
  it('finds those that the whole filter asks for', () => {
    expect(chosenValues(parse('alpha status = failed, stopped'), 'status')).toEqual(['failed', 'stopped'])
    expect(chosenValues(parse('alpha or status = failed'), 'status')).toEqual([])
    expect(chosenValues(parse('status != failed'), 'status')).toEqual([])
  })
  it('writes them where they stood and leaves the rest', () => {
    expect(choose('status = failed alpha', 'failed', 'queued')).toBe('status = failed, queued and alpha')
    expect(choose('a or b', 'failed')).toBe('(a or b) and status = failed')
    expect(choose('', 'failed')).toBe('status = failed')
  })
  it('knows numbers and what is missing', () => {
    const found = withChosenValues(parse('seed = 3'), 'seed', [{ kind: 'number', value: 4 }])
    expect(found && formatFilter(found, runFields)).toBe('seed = 4')
    expect(chosenValues(found, 'seed')).toEqual(['4'])
    expect(chosenValues(parse('stage = none'), 'stage')).toEqual(['none'])
    expect(chosenValues(parse('launched = today'), 'launched')).toEqual([])
  })
  it('takes them out again', () => {
    expect(choose('alpha status = failed')).toBe('alpha')
    expect(choose('status = failed')).toBeNull()
  })
})
