import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareByRule, compareForkArms, type ForkTally, leastDialogues } from './effects'

interface Drawn {
  readonly dialogue: string
  readonly rule: string | null
  readonly none: number
  readonly hint: number
}

const repeats = 4
const tally = ({ dialogue, rule, none, hint }: Drawn, fork = 0): ForkTally => ({
  fork,
  dialogue,
  arms: [
    { rule: null, repeats, recovered: none, turnOk: 0 },
    { rule, repeats, recovered: hint, turnOk: 1 },
  ],
})
const drawn = fc.record({
  dialogue: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  rule: fc.constantFrom('one', 'two', null),
  none: fc.integer({ min: 0, max: repeats }),
  hint: fc.integer({ min: 0, max: repeats }),
})

describe('two arms on the same forks', () => {
  it('differ by the mean over forks of the difference of their shares', () => {
    const forks = [
      tally({ dialogue: 'a', rule: 'one', none: 0, hint: 4 }),
      tally({ dialogue: 'a', rule: 'one', none: 2, hint: 1 }),
      tally({ dialogue: 'b', rule: 'one', none: 1, hint: 1 }),
    ]
    const { effects, ...rest } = compareForkArms(forks, 1, 0) ?? {}
    expect(rest).toEqual({ first: 1, second: 0, forks: 3, dialogues: 2 })
    expect(effects?.recovered).toMatchObject({ difference: 0.25, better: 1, worse: 1 })
    expect(effects?.recovered.first.value).toBeCloseTo(0.5)
    expect(effects?.recovered.second.value).toBeCloseTo(0.25)
    expect(effects?.turnOk.difference).toBeCloseTo(0.25)
  })

  it('have an interval around the difference that the order of the arms mirrors', () =>
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 30 }), (all) => {
        const forks = all.map(tally)
        const [there, back] = [compareForkArms(forks, 1, 0), compareForkArms(forks, 0, 1)]
        const { difference = 9, interval = null } = there?.effects.recovered ?? {}
        const other = back?.effects.recovered
        expect(other?.difference).toBeCloseTo(-difference)
        if (new Set(all.map(({ dialogue }) => dialogue)).size < leastDialogues) expect(interval).toBeNull()
        else {
          expect(interval?.low).toBeLessThanOrEqual(difference + 1e-9)
          expect(interval?.high).toBeGreaterThanOrEqual(difference - 1e-9)
          expect(other?.interval?.low).toBeCloseTo(-(interval?.high ?? 9))
        }
      }),
    ))

  it('take dialogues as units: the same forks once more make the interval no narrower', () => {
    const once = ['a', 'b', 'c', 'd', 'e', 'f'].map((dialogue, index) =>
      tally({ dialogue, rule: 'one', none: 0, hint: index % 2 === 0 ? 4 : 0 }),
    )
    const [one, five] = [once, Array.from({ length: 5 }, () => once).flat()].map(
      (forks) => compareForkArms(forks, 1, 0)?.effects.recovered.interval,
    )
    expect(five).toEqual(one)
    expect(one?.low).toBeLessThan(0.3)
  })

  it('leave room for error where no dialogue differs from the others', () => {
    const same = ['a', 'b', 'c', 'd', 'e'].map((dialogue) => tally({ dialogue, rule: 'one', none: 2, hint: 2 }))
    const { interval } = compareForkArms(same, 1, 0)?.effects.recovered ?? {}
    expect(interval).toMatchObject({ method: 'Wilson over dialogues' })
    expect(interval?.low).toBeLessThan(-0.3)
    expect(interval?.high).toBeGreaterThan(0.3)
  })

  it('have nothing to say of forks that were not played', () =>
    expect(compareForkArms([{ fork: 0, dialogue: 'a', arms: [] }], 1, 0)).toBeNull())
})

it('each rule has the forks in which it spoke, those without a rule come last', () =>
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 1, maxLength: 30 }), (all) => {
      const byRule = compareByRule(all.map(tally), 1, 0)
      expect(byRule.reduce((sum, { forks }) => sum + forks, 0)).toBe(all.length)
      for (const { rule, forks } of byRule) expect(forks).toBe(all.filter((each) => each.rule === rule).length)
      expect(byRule.findIndex(({ rule }) => rule === null)).toBe(
        all.some(({ rule }) => rule === null) ? byRule.length - 1 : -1,
      )
    }),
  ))
