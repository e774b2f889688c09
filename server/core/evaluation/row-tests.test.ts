import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Rng } from '@/server/core/rng'
import { rowTests, type TaskPlay, withHolm } from './row-tests'
import { taskFlips } from './task-flips'

const play = (task: number, success: boolean, repeat = 0): TaskPlay => ({
  ...{ task: `${task}`, dialogue: `${Math.floor(task / 4)}`, repeat, success, hits: success ? 3 : 1, turns: 3 },
})
const plays = (marks: string, repeat = 0) => [...marks].map((mark, task) => play(task, mark === '1', repeat))

describe('two rows of the leaderboard', () => {
  it('are tested by the tasks that only one of them solved, and by their turns', () => {
    const [tasks, turns, ...more] = rowTests(plays('1111111100'), plays('0000011100'), Rng.seeded(1))
    expect(tasks).toMatchObject({ measure: 'tasks', test: 'exact McNemar', tasks: 10, better: 5, worse: 0 })
    expect(tasks).toMatchObject({ first: 0.8, second: 0.3, pValue: 2 / 32 })
    expect(tasks?.difference).toBeCloseTo(0.5)
    expect(turns).toMatchObject({ measure: 'turns', test: 'sign flip over dialogues', better: 5, worse: 0 })
    expect(turns?.difference).toBeCloseTo((5 * 2) / 30)
    expect(more).toEqual([])
  })
  it('are tested on the tasks that both played', () => {
    const [tasks, turns] = rowTests(plays('1110'), plays('100111').slice(0, 3), Rng.seeded(1))
    expect([tasks?.tasks, turns?.tasks]).toEqual([3, 3])
    expect([tasks?.first, turns?.first]).toEqual([1, 1])
    expect(rowTests(plays('1'), [], Rng.seeded(1))).toEqual([])
  })
  it('with repeats have one outcome a task for McNemar, and all repeats beside it', () => {
    const often = [...plays('1100'), ...plays('1000', 1), ...plays('1000', 2), ...plays('1000', 3)]
    const [once, all] = rowTests(often, plays('1000'), Rng.seeded(1))
    expect(once).toMatchObject({ measure: 'tasks', first: 0.5, second: 0.25 })
    expect(all).toMatchObject({ measure: 'tasks, all repeats', first: 5 / 16, second: 0.25, better: 1 })
    expect(all?.difference).toBeCloseTo(1 / 16)
  })
  it('differ by the difference of their shares, whichever comes first', () => {
    const marks = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(marks, (outcomes) => {
        const first = outcomes.map(([success], task) => play(task, success))
        const second = outcomes.map(([, success], task) => play(task, success))
        const forward = rowTests(first, second, Rng.seeded(2))
        const backward = rowTests(second, first, Rng.seeded(2))
        for (const [index, test] of forward.entries()) {
          expect(test.difference).toBeCloseTo(test.first - test.second)
          expect(test.difference).toBeCloseTo(-(backward[index]?.difference ?? 9))
          expect(test.pValue).toBe(backward[index]?.pValue)
        }
      }),
      { numRuns: 20 },
    )
  })
  it('tested several times have their p-values corrected', () => {
    expect(withHolm([{ pValue: 0.01 }, { pValue: 0.04 }]).map(({ adjusted }) => adjusted)).toEqual([0.02, 0.04])
  })
})

describe('task flips', () => {
  it('are the tasks that went from right to wrong, and back', () => {
    const { lost, gained } = taskFlips(plays('1100'), plays('1010'))
    expect(lost).toEqual([{ task: '1', first: { solved: 1, repeats: 1 }, second: { solved: 0, repeats: 1 } }])
    expect(gained.map(({ task }) => task)).toEqual(['2'])
  })
  it('with repeats are tasks that are solved more or less often, the furthest first', () => {
    const often = [...plays('111'), ...plays('110', 1)]
    const { lost, gained } = taskFlips(often, plays('010'))
    expect(lost.map(({ task, first }) => [task, first.solved])).toEqual([
      ['0', 2],
      ['2', 1],
    ])
    expect(gained).toEqual([])
  })
})
