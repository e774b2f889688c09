import { describe, expect, it } from 'vitest'
import { newForkTestHref, setText, targetOfRule, targetText } from './fork-tests-href'
import { checkForkTest, filledErrors, firstForkTest } from './new-fork-test-state'

const queryOf = (href: string) => Object.fromEntries(new URL(href, 'http://here').searchParams)

describe('the form of a new fork test', () => {
  it('begins with what its address says', () => {
    const target = { kind: 'error', domain: 'MathAPI', tool: 'divide', code: 'zero' } as const
    const form = firstForkTest(queryOf(newForkTestHref({ run: 3, target, set: 'own@hints@2' })), 9)
    const checked = checkForkTest(form)
    expect(checked).toMatchObject({ ok: true, input: { run: 3, target, setA: { name: 'own@hints', version: 2 } } })
    expect(checked.ok && checked.input).toMatchObject({ setB: null, endpoint: null, forks: 60, repeats: 8 })
  })

  it('says at once what is wrong in a field that is filled in, and of an empty one only when the test is to begin', () => {
    const form = { ...firstForkTest({}, null), kind: 'rule' as const, forks: '0' }
    const checked = checkForkTest(form)
    const errors = checked.ok ? {} : checked.errors
    expect(Object.keys(errors).sort()).toEqual(['forks', 'rule', 'run'])
    expect(filledErrors(form, errors)).toEqual({ forks: 'A whole number from 1 to 1000' })
  })

  it('begins with a draft and the error of its rule, whichever rule spoke in the run', () => {
    const when = { domain: 'MathAPI', tools: ['divide'], code: 'zero', all: [] }
    const start = { run: 3, target: targetOfRule({ when }), set: setText({ draft: 7 }) }
    expect(checkForkTest(firstForkTest(queryOf(newForkTestHref(start)), 9))).toMatchObject({
      ok: true,
      input: {
        target: { kind: 'error', domain: 'MathAPI', tool: 'divide', code: 'zero', withRule: true },
        setA: { draft: 7 },
      },
    })
    expect(targetOfRule({ when: { ...when, domain: '', tools: ['divide', 'log'] } })).toEqual({
      ...{ kind: 'error', code: 'zero', withRule: true },
    })
  })

  it('asks of an error for its code alone', () => {
    const form = { ...firstForkTest({}, 3), kind: 'error' as const }
    expect(checkForkTest(form)).toEqual({ ok: false, errors: { code: 'Name the error code' } })
    const checked = checkForkTest({ ...form, code: 'zero' })
    expect(checked.ok && checked.input.target).toEqual({ kind: 'error', code: 'zero', withRule: false })
  })

  it('takes the usual run and all failing calls where the address says nothing', () =>
    expect(checkForkTest(firstForkTest({}, 9))).toMatchObject({ ok: true, input: { run: 9, target: { kind: 'all' } } }))

  it('says what is wrong at its field', () => {
    const form = { ...firstForkTest({ rule: 'a' }, null), rule: ' ', repeats: '99' }
    expect(checkForkTest(form)).toEqual({
      ok: false,
      errors: { run: 'Choose a run', rule: 'Name the rule', repeats: 'A whole number from 1 to 50' },
    })
  })
})

it('a target has words for lists', () =>
  expect(
    [{ domain: 'MathAPI', tool: 'divide' }, { domain: 'MathAPI' }, {}].map((where) =>
      targetText({ kind: 'error', ...where, code: 'zero' }),
    ),
  ).toEqual(['divide · zero', 'MathAPI · zero', 'zero']))
