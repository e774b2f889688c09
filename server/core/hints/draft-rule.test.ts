import { describe, expect, it } from 'vitest'
import { builtinAugmentationSet } from './builtin'
import { changeRules } from './draft-change'
import { type DraftRule, draftOf, draftRuleSchema, finishRule } from './draft-rule'

const draft = (changes: Partial<DraftRule>): DraftRule => ({
  id: 'shop.too-much',
  when: { code: 'too_much', all: [] },
  template: 'Only {stock} left.',
  ...changes,
})
const problems = (changes: Partial<DraftRule>) => {
  const finished = finishRule(draft(changes))
  return 'problems' in finished ? finished.problems.map(({ field }) => field) : []
}

describe('a rule that somebody works on', () => {
  it('is finished when a set would take it', () => {
    expect(finishRule(draft({ origin: 'documentation' }))).toEqual({
      rule: { id: 'shop.too-much', when: { code: 'too_much', all: [] }, template: 'Only {stock} left.' },
    })
  })

  it('names the fields that keep it from being one', () => {
    expect(problems({ id: 'Shop!' })).toEqual(['id'])
    expect(problems({ template: '' })).toEqual(['template'])
    expect(problems({ template: 'a } b' })).toEqual(['template'])
    expect(problems({ when: { code: '', all: [] } })).toEqual(['code'])
    expect(problems({ when: { code: 'c', all: [{ field: 'a', is: 'one_of', values: [] }] } })).toEqual(['conditions'])
  })

  it('keeps of a condition only what its comparison reads', () => {
    const all = [{ field: 'a', is: 'not_empty' as const, to: 3, values: ['x'], text: 'y' }]
    const finished = finishRule(draft({ when: { code: 'c', domain: '', tools: [], all } }))
    expect('rule' in finished && finished.rule.when).toEqual({ code: 'c', all: [{ field: 'a', is: 'not_empty' }] })
  })

  it('gives back every built-in rule unchanged', () => {
    for (const rule of builtinAugmentationSet.rules)
      expect(finishRule(draftRuleSchema.parse(draftOf(rule)))).toEqual({ rule })
  })
})

describe('changing the rules of a draft', () => {
  const named = (ids: string) => [...ids].map((id) => draft({ id }))
  const change = (...[ids, step]: [string, Parameters<typeof changeRules>[1]]) =>
    changeRules(named(ids), step)
      .map(({ id }) => id)
      .join('')

  it('sets, inserts, removes and moves a rule', () => {
    expect(change('abc', { do: 'set', index: 1, rule: draft({ id: 'x' }) })).toBe('axc')
    expect(change('abc', { do: 'insert', index: 9, rule: draft({ id: 'x' }) })).toBe('abcx')
    expect(change('abc', { do: 'remove', index: 0 })).toBe('bc')
    expect(change('abc', { do: 'move', index: 0, to: 2 })).toBe('bca')
    expect(change('abc', { do: 'move', index: 2, to: 0 })).toBe('cab')
  })

  it('changes nothing at a place where no rule stands', () => {
    expect(change('ab', { do: 'remove', index: 7 })).toBe('ab')
  })
})
