import { describe, expect, it } from 'vitest'
import { forkTestOptions } from './fork-test-options'

const options = (line: string) => forkTestOptions(line.split(' '))

describe('the command line of a fork test', () => {
  it('names a run, a rule and two sets', () =>
    expect(
      options('--run 3 --rule cars.brake --set-a built-in@1 --set-b own-hints@2 --repeats 4 --seed 7 --json'),
    ).toEqual({
      json: true,
      what: {
        endpoint: undefined,
        input: {
          ...{ run: 3, target: { kind: 'rule', rule: 'cars.brake' }, forks: 60, repeats: 4, seed: 7, testTasks: false },
          ...{ setA: { name: 'built-in', version: 1 }, setB: { name: 'own-hints', version: 2 } },
        },
      },
    }))

  it('names an error by domain, tool and code, or all failing calls', () => {
    const target = { kind: 'error', domain: 'MathAPI', tool: 'divide', code: 'call.unknown' }
    expect(options('--run 3 --error MathAPI/divide/call.unknown --endpoint lab')).toMatchObject({
      what: { endpoint: 'lab', input: { target } },
    })
    expect(options('--run 3 --all')).toMatchObject({ what: { input: { target: { kind: 'all' } } } })
  })

  it('takes a draft for a set', () =>
    expect(options('--run 3 --all --set-a draft:7')).toMatchObject({ what: { input: { setA: { draft: 7 } } } }))

  it('goes on with a test by its number', () => expect(options('--resume 12')).toEqual({ what: 12, json: false }))

  it.each([
    ['--rule a', 'Use: fork-test'],
    ['--run 3', 'Say one of --rule, --error and --all'],
    ['--run 3 --rule a --all', 'Say one of --rule, --error and --all'],
    ['--run 3 --error divide', '--error divide: write domain/tool/CODE'],
    ['--run 3 --all --set-a built-in', '--set-a built-in: write name@version, or draft:N'],
    ['--run 3 --all --repeats 99', '--repeats'],
    ['--run x --all', '--run x: write a whole number from 1 on'],
    ['--run 3 --all now', 'What is "now" for?'],
  ])('says what is wrong with %s', (line, words) => expect(() => options(line)).toThrow(words))
})
