import { describe, expect, it } from 'vitest'
import { builtinAugmentationSet } from '@/server/core/hints/builtin'
import { readSetYaml, setYaml } from './set-yaml'

const file = (rule: string): string => `name: own
title: Own hints
rules:
  - id: ticket.first
    when: { domain: TicketAPI, code: not_logged_in }
    template: Call ticket_login first.
${rule}`
const problems = (text: string) => {
  const read = readSetYaml(text)
  return 'problems' in read ? read.problems.map(({ line, message }) => `${line}: ${message}`) : []
}

describe('a set of rules as a file', () => {
  it('is read back as it was written', () => {
    const set = { ...builtinAugmentationSet, version: 7 }
    const read = readSetYaml(setYaml(set))
    expect('set' in read && read.set).toEqual(set)
  })

  it('may leave out the version, which the import gives', () => {
    const read = readSetYaml(file(''))
    expect('set' in read && read.set.rules.map(({ id }) => id)).toEqual(['ticket.first'])
  })

  it('names the line on which something is wrong', () => {
    expect(problems(file('  - id: Wrong Id\n    when:\n      code: c\n    template: x'))[0]).toMatch(
      /^7: rules\[1\]\.id/,
    )
    expect(problems(file('  - id: a\n    when:\n      code: c\n    template: "a } b"'))[0]).toMatch(/^10: .*stray }/)
    expect(problems(file('  - id: a\n    when:\n      code: c\n      tool: [x]\n    template: x'))[0]).toMatch(/^10: /)
    expect(problems(file('  - id: a\n    when:\n      code: c'))[0]).toMatch(/^7: /)
  })

  it('names the line of a character that no database holds', () => {
    expect(problems(file('  - id: a\n    when:\n      code: c\n    template: "x\\0y"'))[0]).toMatch(
      /^10: rules\.1\.template holds a character that cannot be stored/,
    )
  })

  it('names the line at which it stops being YAML', () => {
    expect(problems(file('  - id: "a'))[0]).toMatch(/^[78]: /)
    expect(problems('- a\n- b')[0]).toMatch(/^1: the file/)
    expect(problems('')[0]).toMatch(/^1: /)
  })

  it('knows on which line each part of a rule stands', () => {
    const read = readSetYaml(file('  - id: a\n    when:\n      code: c\n    template: x'))
    if (!('set' in read)) throw new Error('the file was not read')
    const lines = (['id', 'code', 'template', 'conditions'] as const).map((field) => read.lineOf({ index: 1, field }))
    expect(lines).toEqual([7, 9, 10, 8])
  })

  it('does not blow up with aliases of aliases', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]']
    for (let index = 0; index < 9; index++) {
      const [name, before] = [String.fromCharCode(98 + index), String.fromCharCode(97 + index)]
      bomb.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(',')}]`)
    }
    expect(problems(bomb.join('\n'))[0]).toMatch(/alias/i)
    expect(problems('a: &a [*a, *a]')[0]).toMatch(/^1: name/)
  })
})
