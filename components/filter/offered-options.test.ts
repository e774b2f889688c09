import { describe, expect, it } from 'vitest'
import { completeFilter } from '@/server/core/filter/complete-filter'
import { runFields } from '@/server/core/filter/run-fields'
import { acceptOption, offeredOptions } from './offered-options'

const at = (text: string, stored: Parameters<typeof offeredOptions>[1] = []) => {
  const completion = completeFilter(text, text.length, runFields)
  return { completion, labels: offeredOptions(completion, stored).map(({ label }) => label) }
}

describe('what the filter offers', () => {
  it('are stored values before the words of the language', () => {
    expect(at('tag = ', ['paper', 'two words']).labels).toEqual(['paper', 'two words', 'none'])
  })
  it('say what a stored value is', () => {
    const { completion } = at('tag = ')
    expect(offeredOptions(completion, [{ text: '12', detail: 'second' }])[0]).toMatchObject({
      label: '12',
      detail: 'second',
    })
  })
  it('are each offered once', () => {
    expect(at('hints = ', ['none', 'built-in']).labels).toEqual(['built-in', 'none'])
  })
  it('takes the place of what was typed, with one blank after it', () => {
    const { completion } = at('tag = pa')
    const [option] = offeredOptions(completion, ['paper'])
    expect(option && acceptOption('tag = pa and x', completion, option)).toEqual({
      text: 'tag = paper and x',
      caret: 12,
    })
  })
})
