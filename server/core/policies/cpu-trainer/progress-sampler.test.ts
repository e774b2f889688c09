import { describe, expect, it } from 'vitest'
import { Rng } from '@/server/core/rng'
import { ProgressSampler, weightOf } from './progress-sampler'

const keys = Array.from({ length: 20 }, (_, index) => `task-${index}`)

/** How often each task is drawn in many batches when its success rate follows the given course. */
function drawn(course: (task: string, draw: number) => number): Map<string, number> {
  const sampler = new ProgressSampler(keys, Rng.seeded(1))
  const counts = new Map<string, number>()
  for (let batch = 0; batch < 200; batch++) {
    for (const task of sampler.next(4)) {
      const count = (counts.get(task) ?? 0) + 1
      counts.set(task, count)
      sampler.report(task, course(task, count))
    }
  }
  return counts
}

describe('sampling by learning progress', () => {
  it('draws every task once before any a second time', () => {
    const sampler = new ProgressSampler(keys, Rng.seeded(1))
    const first = Array.from({ length: 5 }, () => {
      const batch = sampler.next(4)
      for (const task of batch) sampler.report(task, 0)
      return batch
    })
    expect(new Set(first.flat()).size).toBe(keys.length)
  })

  it('prefers a task whose success rate moves, and still draws the others', () => {
    const counts = drawn((task, draw) => (task === 'task-3' ? Math.floor(draw / 4) % 2 : 1))
    const others = keys.filter((task) => task !== 'task-3').map((task) => counts.get(task) ?? 0)
    expect(counts.get('task-3')).toBeGreaterThan(2 * Math.max(...others))
    expect(Math.min(...others)).toBeGreaterThan(10)
  })

  it('keeps a floor under what has been forgotten', () => {
    expect(weightOf({ task: 'a', recent: 0.1, longer: 0.1, best: 0.9 })).toBe(0.3)
    expect(weightOf({ task: 'a', recent: 0.9, longer: 0.9, best: 0.9 })).toBe(0.05)
    expect(weightOf({ task: 'a', recent: 0.9, longer: 0.2, best: 0.9 })).toBeCloseTo(0.7)
  })

  it('never draws a task twice in one batch, and all of them when the batch is as large', () => {
    const sampler = new ProgressSampler(keys, Rng.seeded(2))
    for (const task of sampler.next(keys.length)) sampler.report(task, Number(task.at(-1)) / 10)
    expect(new Set(sampler.next(50))).toEqual(new Set(keys))
  })
})
