import { describe, expect, it } from 'vitest'
import { readEpisodesView } from '@/components/episodes/episodes-view-state'
import { describeMetric } from '@/server/core/metrics/describe-metric'
import { episodesBehind, sourceOf } from './episodes-behind'

const stages = [
  { position: 0, startStep: 0 },
  { position: 1, startStep: 8 },
  { position: 2, startStep: null },
]

/** The filter of the list that a point of the series opens. */
function filterOf(name: string, fromStep: number, toStep = fromStep): string {
  const metric = describeMetric(name)
  if (!metric) throw new Error(`nobody described ${name}`)
  const href = episodesBehind({ run: 7, source: sourceOf(metric, name), fromStep, toStep, stages })
  return readEpisodesView(Object.fromEntries(new URL(href, 'http://x').searchParams)).filter
}

describe('the episodes behind a point', () => {
  it('are the training episodes of its steps', () => {
    expect(filterOf('gradient_norm', 12)).toBe('run = 7 and step = 12 and partition = train')
    expect(filterOf('reward/mean', 64, 127)).toContain('step >= 64 and step <= 127')
  })
  it('are those of its split, or those that played its turn', () => {
    expect(filterOf('reward/miss_func', 12)).toContain('split = miss_func')
    expect(filterOf('turn_reward/2', 12)).toContain('turn = 3')
  })
  it('are of the stage that began there, where one stage ends and the next validates', () => {
    const filter = filterOf('validation/base/turn', 8)
    for (const part of ['stage = 2', 'partition = validation', 'split = base', 'feedback = standard'])
      expect(filter).toContain(part)
    expect(filterOf('validation/accuracy', 4)).toContain('stage = 1')
  })
  it('are those with hints where validation was played with hints', () => {
    expect(filterOf('validation_augmented/reward', 10)).toContain('feedback = augmented')
  })
})
