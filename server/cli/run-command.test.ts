import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { benchCommands, envtuneCommands } from './commands/index'
import { main } from './run-command'

describe('the commands', () => {
  let out = ''
  let err = ''

  beforeEach(() => {
    out = ''
    err = ''
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += text
      return true
    })
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      err += text
      return true
    })
  })
  afterEach(() => vi.restoreAllMocks())

  it('are listed by --help', async () => {
    expect(await main(['envtune', '--help'])).toBe(0)
    for (const name of Object.keys(envtuneCommands)) expect(out).toContain(`  ${name} `)
  })

  it('are listed, as an error, when none is named', async () => {
    expect(await main(['bench'])).toBe(2)
    for (const name of Object.keys(benchCommands)) expect(out).toContain(`  ${name} `)
  })

  it.each(['lunch', 'toString', '__proto__'])('do not include %s', async (name) => {
    expect(await main(['envtune', name])).toBe(2)
    expect(err).toContain(`There is no envtune command "${name}".`)
    expect(err).toContain('launch')
  })

  it.each([
    ...Object.keys(envtuneCommands).map((name) => ['envtune', name] as const),
    ...Object.keys(benchCommands).map((name) => ['bench', name] as const),
  ])('say how they are called: %s %s --help', async (table, name) => {
    expect(await main([table, name, '--help'])).toBe(0)
    expect(out).toMatch(new RegExp(`^Use:\\s+${name}`, 'm'))
  })
})
