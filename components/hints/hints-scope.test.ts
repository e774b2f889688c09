import { describe, expect, it } from 'vitest'
import { hintsHref, readScope } from './hints-scope'

describe('the scope of the hint pages', () => {
  it('is a run, a group or all runs, and comes back from its address', () => {
    for (const scope of [
      { run: 7, group: null },
      { run: null, group: 'a/b c' },
      { run: null, group: null },
    ]) {
      const query = Object.fromEntries(new URL(hintsHref('/hints', scope), 'http://x').searchParams)
      expect(readScope(query)).toEqual(scope)
    }
  })

  it('is all runs where the address says nothing that it understands', () => {
    expect(readScope({ run: 'seven', group: ['a', 'b'] })).toEqual({ run: null, group: null })
  })
})
