import { describe, expect, it } from 'vitest'
import { prepareNext } from './prepare-next'

const none = { retried: 0, named_tool: 0, repeated: 0, other_call: 0, answered: 0, malformed: 0, cut_off: 0 }

describe('what followed a hint, as a bar', () => {
  it('has a part for everything that happened, in a fixed order', () => {
    const parts = prepareNext({ ...none, answered: 1, retried: 3 })
    expect(parts.map(({ action, share }) => [action, share])).toEqual([
      ['retried', 0.75],
      ['answered', 0.25],
    ])
  })

  it('is empty where nothing is known', () => {
    expect(prepareNext(none)).toEqual([])
  })
})
