import { describe, expect, it } from 'vitest'
import { suiteContract } from '@/server/core/environment-contract/suite-contract'
import { parseJson, toJsonValue } from '@/server/core/environments/shared/json'
import { splits, type Task } from '@/server/core/tasks/task'
import { starterSuite } from './authoring/starter'
import { suiteFiles } from './authoring/write-suite'
import { prepareAll, readFiles, readSuite } from './testing/read-suite'
import { substance } from './testing/substance'

const suite = readSuite('starter')
const prepared = prepareAll(suite)
const testing = suite.tasks.filter((task) => task.partition === 'test')
const training = suite.tasks.filter((task) => task.partition !== 'test')
const domains = [
  'GorillaFileSystem',
  'MathAPI',
  'MessageAPI',
  'TicketAPI',
  'TradingBot',
  'TravelAPI',
  'TwitterAPI',
  'VehicleControlAPI',
]

const share = (tasks: readonly Task[], chosen: (task: Task) => boolean): number =>
  tasks.filter(chosen).length / tasks.length

describe('the starter suite', () => {
  it('has 200 training tasks, a fifth of them for validation, and 100 test tasks', () => {
    expect([training.length, testing.length]).toEqual([200, 100])
    expect(share(training, (task) => task.partition === 'validation')).toBe(0.2)
  })

  it.each([
    ['training', training],
    ['test', testing],
  ])('mixes the splits in %s: half base, the rest in equal parts', (_, tasks) => {
    expect(share(tasks, (task) => task.split === 'base')).toBe(0.5)
    for (const split of splits.slice(1)) expect(share(tasks, (task) => task.split === split)).toBeGreaterThan(0.13)
  })

  it.each(domains)('uses %s on both sides', (domain) => {
    expect(training.filter((task) => task.domains[0] === domain).length).toBeGreaterThanOrEqual(20)
    expect(testing.filter((task) => task.domains[0] === domain).length).toBeGreaterThanOrEqual(10)
  })

  it('has dialogues of two or three requests with few calls each', () => {
    const base = suite.tasks.filter((task) => task.split === 'base')
    expect(base.filter(({ turns }) => turns.length < 2 || turns.length > 3)).toEqual([])
    expect(base.flatMap((task) => task.turns).filter(({ expected }) => expected.length > 3)).toEqual([])
  })

  it('keeps all tasks of a dialogue in one partition', () => {
    const partitions = new Map(suite.tasks.map((task) => [task.dialogue, task.partition]))
    expect(suite.tasks.filter((task) => task.partition !== partitions.get(task.dialogue))).toEqual([])
  })

  it('is what its sources say', () => {
    const values = (files: ReadonlyMap<string, string>) =>
      Object.fromEntries(
        [...files].map(([path, text]) => [path, path.endsWith('.jsonl') ? text : toJsonValue(parseJson(text))]),
      )
    expect(values(readFiles('starter'))).toEqual(values(suiteFiles(starterSuite())))
  })
})

describe('as a suite', () => {
  it.each(suiteContract)('$title', ({ problems }) => {
    expect(problems({ suite, prepared })).toEqual([])
  })
})

describe('the test part', () => {
  it('repeats no message of the training part', () => {
    const seen = new Set(training.flatMap((task) => task.turns.map((turn) => turn.message)))
    const repeated = testing.flatMap((task) => task.turns).filter(({ message }) => message !== '' && seen.has(message))
    expect(repeated.map((turn) => turn.message)).toEqual([])
  })

  it('repeats no quoted text, name, id or number of the training part', () => {
    const seen = new Set(training.flatMap((task) => [...substance(task, suite)]))
    const repeated = testing.flatMap((task) => [...substance(task, suite)].filter((text) => seen.has(text)))
    expect([...new Set(repeated)]).toEqual([])
  })
})
