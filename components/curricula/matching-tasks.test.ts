import { describe, expect, it } from 'vitest'
import { matchingTasks, type TaskCounts } from './matching-tasks'

const counts: TaskCounts = [
  { suite: 'one', train: { base: 40, miss_func: 40 }, validation: { base: 10 } },
  { suite: 'two', train: { base: 5 }, validation: {} },
]

describe('the tasks that a selection finds', () => {
  it('are those of its splits, suite by suite', () => {
    expect(matchingTasks(counts, ['base', 'miss_func', 'long_context'], undefined)).toEqual([
      { suite: 'one', train: 80, drawn: 80, validation: 10 },
      { suite: 'two', train: 5, drawn: 5, validation: 0 },
    ])
  })

  it('are drawn up to the limit', () => {
    expect(matchingTasks(counts, ['base'], 30).map(({ train, drawn }) => [train, drawn])).toEqual([
      [40, 30],
      [5, 5],
    ])
  })
})
