import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Rng } from '../rng'
import { armLabels } from './arm-labels'
import { configDifferences, tellingDifferences } from './config-differences'
import { countTasks, flippedTasks, movedTasks } from './outcome-matrix'
import { type ArmOutcome, compareArms } from './paired-arms'
import { paperNumbers, paperTable, pText } from './paper-table'
import { seedBand } from './seed-band'

const config = (changes: object) => ({
  curriculum: { name: 'starter', version: 1, stages: [{ name: 'syntax', reward: 'syntax', limit: 75 }] },
  augmentation: { name: 'built-in', version: 2, rules: [{ rule: 'a', template: 'x' }] },
  reward: 'stage',
  settings: { kl: 0, entropy: 0.04 },
  trainingHash: 'abc',
  ...changes,
})

describe('configurations side by side', () => {
  it('show only what differs, wherever it lies', () => {
    const longer = { name: 'starter', version: 1, stages: [{ name: 'syntax', reward: 'syntax', limit: 50 }] }
    expect(configDifferences([config({}), config({ curriculum: longer, extra: null })])).toEqual([
      { path: 'curriculum.stages.syntax.limit', values: ['75', '50'] },
      { path: 'extra', values: [null, 'null'] },
    ])
    expect(configDifferences([config({}), config({})])).toEqual([])
  })
  it('tell a part that one of them lacks as one difference', () => {
    const without = config({ augmentation: null })
    expect(configDifferences([config({}), without])).toEqual([
      { path: 'augmentation', values: ['built-in 2 (4 settings)', 'null'] },
    ])
  })
  it('leave out hashes of what is told anyway', () => {
    const paths = (changes: object) =>
      tellingDifferences(configDifferences([config({}), config(changes)])).map(({ path }) => path)
    expect(paths({ trainingHash: 'd', reward: 'binary' })).toEqual(['reward'])
    expect(paths({ trainingHash: 'd' })).toEqual(['trainingHash'])
  })
  it('are named by what they do not share', () => {
    const single = { name: 'single-stage', version: 1, stages: [] }
    expect(
      armLabels([config({}), config({ augmentation: null }), config({ curriculum: single, reward: 'binary' })]),
    ).toEqual([
      'starter · hints built-in 2 · stage reward',
      'starter · no hints · stage reward',
      'single-stage · hints built-in 2 · binary reward',
    ])
    expect(armLabels([config({}), config({ settings: { kl: 0.1, entropy: 0.04 } })])).toEqual(['kl 0', 'kl 0.1'])
    expect(armLabels([config({})])).toEqual(['all alike'])
  })
  it('are not compared with a run that has none', () => {
    expect(armLabels([{}, config({}), config({ augmentation: null })])).toEqual([
      ...['configuration unknown', 'hints built-in 2', 'no hints'],
    ])
    expect(armLabels([config({}), {}])).toEqual([
      ...['starter · hints built-in 2 · stage reward', 'configuration unknown'],
    ])
  })
})

describe('the mean over seeds along a series', () => {
  it('has an interval where at least two seeds have a value, and ends where fewer than half are left', () => {
    const band = seedBand(
      [
        [
          [1, 0],
          [2, 0.2],
          [3, 1],
        ],
        [
          [1, 1],
          [2, 0.4],
        ],
        [[1, Number.NaN]],
      ],
      1,
    )
    expect(band.mean).toEqual([
      [1, 0.5],
      [2, expect.closeTo(0.3)],
    ])
    expect(band.interval.map(([step]) => step)).toEqual([1, 2])
  })
  it('puts the points of one bucket together', () => {
    expect(
      seedBand(
        [
          [
            [63, 1],
            [127, 2],
          ],
          [
            [60, 3],
            [127, 4],
          ],
        ],
        64,
      ).mean,
    ).toEqual([
      [63, 2],
      [127, 3],
    ])
  })
  it('lies between the least and the greatest seed', () => {
    const line = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const { mean } = seedBand(
          lines.map((values) => values.map((value, step) => [step, value] as const)),
          1,
        )
        for (const [step, value] of mean) {
          const at = lines.map((values) => values[step] ?? 0)
          expect(value).toBeGreaterThanOrEqual(Math.min(...at) - 1e-9)
          expect(value).toBeLessThanOrEqual(Math.max(...at) + 1e-9)
        }
      }),
    )
  })
})

const outcomes = (seed: number, bits: string): ArmOutcome[] =>
  [...bits].map((bit, index) => ({ seed, task: `t${index}`, dialogue: `d${index}`, hits: Number(bit), total: 1 }))
const rng = () => Rng.seeded(1, 'test')

describe('two arms on the same tasks', () => {
  it('are compared seed by seed', () => {
    const result = compareArms(
      [...outcomes(0, '1110'), ...outcomes(1, '1100')],
      [...outcomes(0, '1000'), ...outcomes(1, '1001')],
      rng(),
    )
    expect(result).toMatchObject({ tasks: 4, pairs: 8, dialogues: 4, better: 3, worse: 1, difference: 0.25 })
  })
  it('have the exact chance of as great a difference', () => {
    // Three dialogues, all for the first arm: only +++ and −−− are as great, 2 of 8 patterns.
    expect(compareArms(outcomes(0, '1110'), outcomes(0, '0000'), rng())?.pValue).toBe(0.25)
    expect(compareArms(outcomes(0, '10'), outcomes(0, '10'), rng())?.pValue).toBe(1)
  })
  it('keep what one dialogue’s tasks share together', () => {
    const together = (bits: string) => outcomes(0, bits).map((outcome) => ({ ...outcome, dialogue: 'one' }))
    expect(compareArms(together('1111'), together('0000'), rng())?.pValue).toBe(1)
  })
  it('without a common seed are compared by their means, without a common task not at all', () => {
    const result = compareArms([...outcomes(0, '11'), ...outcomes(1, '10')], outcomes(7, '00'), rng())
    expect(result).toMatchObject({ pairs: 2, difference: 0.75 })
    expect(compareArms(outcomes(0, '1'), [], rng())).toBeNull()
  })
  it('that are equal by chance seldom look different', () => {
    const draw = Rng.seeded(5, 'arms')
    const arm = () => outcomes(0, Array.from({ length: 30 }, () => (draw.next() < 0.4 ? '1' : '0')).join(''))
    const pValues = Array.from({ length: 60 }, () => compareArms(arm(), arm(), draw)?.pValue ?? 0)
    expect(pValues.filter((p) => p < 0.05).length).toBeLessThanOrEqual(8)
  })
})

describe('the matrix of outcomes', () => {
  const tasks = ['a', 'b', 'c', 'd']
  const rows = [
    { run: 1, outcomes: '110-' },
    { run: 2, outcomes: '1010' },
    { run: 3, outcomes: '1000' },
  ]
  it('finds the tasks on which runs disagree, the most even split first', () => {
    expect(flippedTasks(tasks, rows).map(({ key }) => key)).toEqual(['b', 'c'])
    expect(countTasks(tasks, rows)[3]).toEqual({ key: 'd', index: 3, solved: 0, tested: 2 })
  })
  it('says what moved from one run to another', () => {
    expect(movedTasks(tasks, '110-', '1010')).toEqual({ gained: ['c'], lost: ['b'] })
  })
})

describe('a table for a paper', () => {
  const mean = { count: 3, mean: 0.4512, low: 0.4, high: 0.5024 }
  const none = {
    testTurn: mean,
    testTask: null,
    oodTurn: { count: 1, mean: 0.3, low: null, high: null },
    oodTask: null,
    gap: null,
  }
  const arms = [
    { label: 'full', seeds: 3, means: none, against: null },
    { label: 'no hints', seeds: 3, means: none, against: { difference: -0.021, pValue: 0.00001 } },
  ]
  it('says means with half of their interval, and differences against the first arm', () => {
    const { head, rows } = paperTable(arms)
    expect(head).toHaveLength(rows[0]?.length ?? 0)
    expect(rows[0]?.slice(0, 5)).toEqual(['full', 3, '45.1 ± 5.1', null, '30.0'])
    expect(rows[1]?.slice(-2)).toEqual(['−2.1', '< 0.0002'])
  })
  it('has all digits for programs', () => {
    const { head, rows } = paperNumbers(arms)
    expect(head).toHaveLength(rows[0]?.length ?? 0)
    expect(rows[1]?.slice(2, 5)).toEqual([0.4512, 0.4, 0.5024])
    expect(pText(0.0123)).toBe('0.012')
  })
})
