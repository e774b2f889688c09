import { describe, expect, it } from 'vitest'
import { filterRules } from './filter-rules'

const rule = (id: string, shown: number, hits: number, template = '') => ({
  id,
  domain: 'TravelAPI',
  tools: ['book_flight'],
  code: 'bad_airport',
  template,
  failures: shown + 1,
  shown,
  recoveredWhenShown: { hits, of: shown },
  turns: { difference: hits > 1 ? { value: -0.1 } : shown > 0 ? { value: 0.2 } : null },
})
const rules = [rule('a', 1, 1), rule('b', 10, 2, 'use list_all_airports'), rule('c', 0, 0)]
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id).join('')

describe('finding rules', () => {
  it('asks for every word, anywhere in the rule', () => {
    expect(ids(filterRules(rules, 'AIRPORT list_all', 'rule'))).toBe('b')
    expect(ids(filterRules(rules, '', 'rule'))).toBe('abc')
  })
  it('orders by how often a rule was shown', () => {
    expect(ids(filterRules(rules, '', 'shown'))).toBe('bac')
  })
  it('puts the least recovered first and the never shown last', () => {
    expect(ids(filterRules(rules, '', 'least-recovered'))).toBe('bac')
  })
  it('puts those that seem to harm first and the never compared last', () => {
    expect(ids(filterRules(rules, '', 'difference'))).toBe('bac')
  })
})
