import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchedCharacters, searchWords, wantedWords, wordsOf } from './search-words'

const call = (expression: string, standard: string, failed: boolean) => ({
  ...{ name: 'x', expression, standard, hinted: null, rule: null, executed: true },
  error: failed ? { domain: 'd', code: 'c', values: {} } : null,
})

describe('the words that an episode is found by', () => {
  it('are those of the request, the calls, what failed and the answers', () => {
    const words = searchWords({
      turns: [{ userMessage: 'Book me a Flight to Zürich!' }],
      steps: [
        { calls: [call("book_flight(to='ZRH')", 'Error: not logged in', true)], answer: null },
        { calls: [call('ls()', 'secret_result', false)], answer: null },
        { calls: [], answer: 'Done, 2 seats.' },
      ],
    })
    for (const word of ['flight', 'zürich', 'book_flight', 'book', 'zrh', 'logged', 'done', '2'])
      expect(words).toContain(word)
    expect(words).not.toContain('secret_result')
    expect(new Set(words).size).toBe(words.length)
  })
  it('are bounded, however long the episode', () => {
    const steps = Array.from({ length: 5000 }, (_, step) => ({ calls: [], answer: `word${step}` }))
    const words = searchWords({ turns: [{ userMessage: 'x'.repeat(100_000) }], steps })
    expect(words.join('').length).toBeLessThanOrEqual(searchedCharacters)
    expect(words).toContain('word10')
  })
  it('hold nothing that the database would have to escape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}_]+$/u)
      }),
    )
  })
  it('are wanted whole, or by what they begin with', () => {
    expect(wantedWords('Not logg*')).toEqual([
      { word: 'not', isBeginning: false },
      { word: 'logg', isBeginning: true },
    ])
    expect(wantedWords('create_ticket')).toEqual([{ word: 'create_ticket', isBeginning: false }])
    expect(wantedWords(' … * ')).toBeNull()
  })
})
