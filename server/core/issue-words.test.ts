import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { issueWords } from './issue-words'

const schema = z.object({ list: z.array(z.string('a text')), whole: z.object({}, 'an object').optional() })
const wordsOf = (value: unknown): string => {
  const { error } = schema.safeParse(value)
  if (!error) throw new Error('nothing is wrong with it')
  return issueWords(error)
}

describe('what is wrong with an input', () => {
  it('is said place by place, in one line', () => {
    expect(wordsOf({ list: ['a', 1], whole: 2 })).toBe('list[1]: a text; whole: an object')
  })

  it('is cut where much is wrong, and says how much', () => {
    expect(wordsOf({ list: [1, 2, 3, 4, 5] })).toBe('list[0]: a text; list[1]: a text; list[2]: a text; and 2 more')
  })
})
