import { describe, expect, it } from 'vitest'
import { builtinRegistry } from '@/server/core/environments/registry'
import { builtinAugmentationSet } from './builtin'
import { contradictoryField, shadows } from './reachability'
import type { Condition, HintRule } from './rule'

const rule = (...all: Condition[]): HintRule => ({ id: 'r', when: { code: 'wrong', all }, template: 'x' })
const on = (field: string) => ({
  equal: (to: string | number | null): Condition => ({ field, is: 'equal', to }),
  not: (to: string): Condition => ({ field, is: 'not_equal', to }),
  oneOf: (...values: string[]): Condition => ({ field, is: 'one_of', values }),
  noneOf: (...values: string[]): Condition => ({ field, is: 'none_of', values }),
  contains: (text: string): Condition => ({ field, is: 'contains', text }),
  empty: { field, is: 'empty' } as Condition,
  filled: { field, is: 'not_empty' } as Condition,
})
const a = on('a')
const covers = (earlier: Condition[], later: Condition[]) => shadows(rule(...earlier), rule(...later), builtinRegistry)

describe('an earlier rule', () => {
  it('shadows one that asks for the same or for more', () => {
    expect(covers([], [a.filled])).toBe(true)
    expect(covers([a.filled], [a.filled, on('b').empty])).toBe(true)
    expect(covers([a.filled, on('b').empty], [a.filled])).toBe(false)
    expect(covers([a.filled], [on('b').filled])).toBe(false)
  })

  it('shadows one whose values all fulfil it', () => {
    expect(covers([a.oneOf('x', 'y')], [a.equal('x')])).toBe(true)
    expect(covers([a.equal('x')], [a.oneOf('x', 'y')])).toBe(false)
    expect(covers([a.contains('/')], [a.oneOf('a/b', '/')])).toBe(true)
    expect(covers([a.not('x')], [a.equal('y')])).toBe(true)
    expect(covers([a.empty], [a.equal(null)])).toBe(true)
    expect(covers([a.equal(null)], [a.empty])).toBe(false)
  })

  it('shadows one that excludes at least as much', () => {
    expect(covers([a.not('x')], [a.noneOf('x', 'y')])).toBe(true)
    expect(covers([a.noneOf('x', 'y')], [a.not('x'), a.not('y')])).toBe(true)
    expect(covers([a.noneOf('x', 'y')], [a.not('x')])).toBe(false)
    expect(covers([a.filled], [a.contains('x')])).toBe(true)
    expect(covers([a.not('z')], [a.contains('x')])).toBe(true)
    expect(covers([a.not('xx')], [a.contains('x')])).toBe(false)
  })

  it('shadows a rule for the same tools of the same domain only', () => {
    const of = (domain?: string, ...tools: string[]): HintRule => ({
      ...rule(),
      when: { code: 'wrong', all: [], ...(domain ? { domain } : {}), ...(tools.length > 0 ? { tools } : {}) },
    })
    const check = (earlier: HintRule, later: HintRule) => shadows(earlier, later, builtinRegistry)
    expect(check(of(), of('TicketAPI', 'get_ticket'))).toBe(true)
    expect(check(of('TicketAPI'), of())).toBe(false)
    expect(check(of('TicketAPI', 'get_ticket', 'edit_ticket'), of('TicketAPI', 'get_ticket'))).toBe(true)
    expect(check(of('TicketAPI', 'get_ticket'), of('TicketAPI'))).toBe(false)
    expect(check(of('TravelAPI'), of('TicketAPI'))).toBe(false)
  })

  it('shadows a rule for all domains when only its own has the code', () => {
    const first: HintRule = { id: 'a', when: { domain: 'TicketAPI', code: 'ticket_unknown', all: [] }, template: 'x' }
    const second: HintRule = { id: 'b', when: { code: 'ticket_unknown', all: [] }, template: 'y' }
    expect(shadows(first, second, builtinRegistry)).toBe(true)
  })

  it('never shadows a rule of the built-in set', () => {
    const { rules } = builtinAugmentationSet
    const found = rules.flatMap((later, index) =>
      rules.slice(0, index).flatMap((earlier) => (shadows(earlier, later, builtinRegistry) ? [later.id] : [])),
    )
    expect(found).toEqual([])
  })
})

describe('conditions that exclude each other', () => {
  it('are found on the field where they stand', () => {
    expect(contradictoryField(rule(a.equal('x'), a.not('x')))).toBe('a')
    expect(contradictoryField(rule(on('b').filled, a.empty, a.filled))).toBe('a')
    expect(contradictoryField(rule(a.equal('x'), a.contains('x')))).toBeNull()
  })
})
