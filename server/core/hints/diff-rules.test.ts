import { describe, expect, it } from 'vitest'
import { diffRules } from './diff-rules'
import type { HintRule } from './rule'

const rule = (id: string, template = 'x', when: Partial<HintRule['when']> = {}): HintRule => ({
  id,
  when: { code: 'wrong', all: [], ...when },
  template,
})
const rules = (ids: string) => [...ids].map((id) => rule(id))
const ids = (found: readonly HintRule[]) => found.map(({ id }) => id).join('')

describe('the difference of two versions', () => {
  it('is what was added, removed and changed, by the id of a rule', () => {
    const diff = diffRules([...rules('abc'), rule('d', 'old')], [...rules('ab'), rule('d', 'new'), rule('e')])
    expect([ids(diff.added), ids(diff.removed), diff.same]).toEqual(['e', 'c', 2])
    expect(diff.changed).toEqual([{ before: rule('d', 'old'), after: rule('d', 'new'), parts: ['template'] }])
  })

  it('says whether the conditions or the text changed', () => {
    const [changed] = diffRules([rule('a')], [rule('a', 'y', { domain: 'Shop' })]).changed
    expect(changed?.parts).toEqual(['when', 'template'])
  })

  it('is nothing when only keys stand in another order', () => {
    const turned: HintRule = { template: 'x', when: { all: [], code: 'wrong' }, id: 'a' }
    expect(diffRules([rule('a')], [turned]).changed).toEqual([])
  })

  it('names as moved as few rules as possible', () => {
    expect(diffRules(rules('abcdef'), rules('bcdefa')).moved).toEqual(['a'])
    expect(diffRules(rules('abc'), rules('xabc')).moved).toEqual([])
    expect(diffRules(rules('abcd'), rules('badc')).moved).toHaveLength(2)
  })
})
