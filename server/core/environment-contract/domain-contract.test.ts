import { describe, expect, it } from 'vitest'
import { closestName } from '@/server/core/environments/closest-name'
import { argument, defineDomain, defineTool } from '@/server/core/environments/define-tool'
import type { Domain, Tool } from '@/server/core/environments/domain'
import { add } from '@/server/core/environments/shared/arithmetic'
import { requireList } from '@/server/core/environments/shared/containers'
import { fail } from '@/server/core/environments/shared/tool-error'
import { dict, type PyList, type PyValue } from '@/server/core/environments/shared/values'
import { attributeState } from '@/server/core/own-environments/attribute-state'
import { domainContract } from './domain-contract'
import type { DomainSubject } from './domain-subject'

type Jar = { coins: PyValue; labels: PyList }
const { load, clone, differences, encode } = attributeState<Jar>({ coins: 0, labels: ['old'] })

const put = defineTool<Jar>('put', 'write', ['coins'], (state, args) => {
  const coins = argument(args, 0)
  if (typeof coins !== 'number' || coins < 1) return fail('no_coins', { coins })
  state.coins = add(state.coins, coins)
  return dict({ coins: state.coins })
})
const look = defineTool<Jar>('look', 'read', [], (state) => dict({ coins: state.coins, labels: state.labels }))

const jar = defineDomain<Jar>({
  ...{ name: 'Jar', title: 'Jar', tools: [put, look], load, clone, differences, encode },
  errors: {
    no_coins: { summary: 'Nothing was put in.', fields: ['coins'], message: () => 'Nothing was put in.' },
  },
})
const sound: DomainSubject = {
  domain: jar,
  ways: { no_coins: { scenario: '{"coins": 2, "labels": ["a"]}', calls: ['put(coins=3)', 'put(coins=0)'] } },
  tables: new Map([['words', ['a', 'b']]]),
  docs: [
    {
      ...{ name: 'put', description: 'Put coins into the jar.' },
      parameters: { type: 'dict', properties: { coins: { type: 'integer' } }, required: ['coins'] },
    },
    { name: 'look', description: 'Look into the jar.', parameters: { type: 'dict', properties: {}, required: [] } },
  ],
}

const problemsOf = (subject: DomainSubject): string[] =>
  domainContract.flatMap(({ problems }) => problems(subject).map(({ text }) => text))

const withDomain = (changes: Partial<Domain<Jar>>): DomainSubject => ({
  ...sound,
  domain: defineDomain<Jar>({ ...(jar as Domain<Jar>), ...changes }),
})
const withTool = (tool: Tool<Jar>) =>
  withDomain({ tools: [put, look].map((own) => (own.name === tool.name ? tool : own)) })

describe('the contract of domains', () => {
  it('finds nothing wrong with a sound domain', () => {
    expect(problemsOf(sound)).toEqual([])
  })

  let counted = 0
  it.each<[string, DomainSubject, RegExp]>([
    [
      'a result that chance decides',
      withTool(defineTool('look', 'read', [], () => dict({ at: counted++ }))),
      /the same calls gave other results; seen with look\(\) in the scenario/,
    ],
    [
      'a copy that shares values with its original',
      withDomain({
        clone: (state) => ({ ...state }),
        tools: [
          put,
          defineTool('look', 'write', [], (state) => {
            state.labels.push('new')
            return null
          }),
        ],
      }),
      /a call on the original changes a copy of its state; seen with no call, then look\(\)/,
    ],
    [
      'a difference that is not named',
      withDomain({ differences: () => [] }),
      /the attributes \[coins\] differ, but \[\] are named; seen with put\(coins=3\) in/,
    ],
    [
      'a read tool that writes',
      withTool(
        defineTool('look', 'read', [], (state) => {
          state.coins = 100
          return null
        }),
      ),
      /look is declared a read tool, but changes the state/,
    ],
    [
      'a scenario that worlds share and one of them changes',
      withDomain({
        load: (scenario) => ({ coins: 0, labels: requireList(scenario.get('labels') ?? [], 'append') }),
        tools: [
          put,
          defineTool('look', 'write', [], (state) => {
            state.labels.push('new')
            return null
          }),
        ],
      }),
      /a call changes the scenario, which other worlds are loaded from; seen with look\(\)/,
    ],
    [
      'something that is thrown and is no error of a tool',
      withTool(
        defineTool('look', 'read', [], () => {
          throw new TypeError('labels is undefined')
        }),
      ),
      /^Jar throws what is no error of a tool: labels is undefined \(.*domain-contract\.test\.ts:\d+:\d+\); seen with look\(\)/,
    ],
    ['an error without a way to it', { ...sound, ways: {} }, /^the error no_coins has no way that leads to it$/],
    [
      'a way that leads elsewhere',
      { ...sound, ways: { no_coins: { calls: ['look()'] } } },
      /^look\(\) leads to no error, not to no_coins: /,
    ],
    [
      'a way that fails too early',
      { ...sound, ways: { no_coins: { calls: ['putt(coins=1)', 'put(coins=0)'] } } },
      /^on the way to no_coins, putt\(coins=1\) fails already: /,
    ],
    [
      'a value that an error declares and lacks',
      withTool(defineTool('put', 'write', ['coins'], (_, [coins]) => (coins === 0 ? fail('no_coins') : null))),
      /^no_coins declares the value coins, but does not carry it$/,
    ],
    ['a tool that is declared twice', withDomain({ tools: [put, look, look] }), /^the tool look is declared twice$/],
    [
      'a name that the executor refuses',
      withDomain({ tools: [put, look, defineTool('exit', 'read', [], () => null)] }),
      /^no tool may be called exit: /,
    ],
    ['a tool without documentation', { ...sound, docs: [] }, /^Jar has look\(\), which is not documented$/],
  ])('finds %s', (_, subject, wanted) => {
    expect(problemsOf(subject)).toContainEqual(expect.stringMatching(wanted))
  })

  it('finds the same with every run', () => {
    const wrong = withDomain({ differences: () => [closestName('coin', ['coins'])] })
    expect(problemsOf(wrong)).toEqual(problemsOf(wrong))
    expect(problemsOf(wrong)).not.toEqual([])
  })
})
