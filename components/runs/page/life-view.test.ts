import { describe, expect, it } from 'vitest'
import { chosenLives, lifeCounts, lifeInUrl, readLifeView } from './life-view'

const life = (stage: number, state: 'never' | 'sometimes' | 'always' | 'forgotten') => ({
  ...{ stage, state, episodes: 4, solved: 1, lastStep: 9 },
})
const lives = [
  { key: 'a', stages: [life(0, 'never'), life(1, 'always')] },
  { key: 'b', stages: [life(1, 'forgotten')] },
  { key: 'c', stages: [life(0, 'never'), life(1, 'always')] },
]

describe('the life cycle of tasks on the page', () => {
  it('counts tasks by stage and state', () => {
    expect(lifeCounts(lives)).toEqual([
      { stage: 0, tasks: 2, counts: { never: 2, sometimes: 0, always: 0, forgotten: 0 } },
      { stage: 1, tasks: 3, counts: { never: 0, sometimes: 0, always: 2, forgotten: 1 } },
    ])
  })
  it('lists those of one cell', () => {
    expect(chosenLives(lives, { stage: 1, state: 'always' }).map(({ key }) => key)).toEqual(['a', 'c'])
    expect(chosenLives(lives, null)).toEqual([])
  })
  it('stands in the address and comes back from it', () => {
    const chosen = { stage: 2, state: 'forgotten' } as const
    const query = new URLSearchParams({ life: lifeInUrl(chosen) ?? '', lifeOf: 'validation' })
    expect(readLifeView(query)).toEqual({ chosen, partition: 'validation' })
    for (const text of ['life=0-never', 'life=1-x', 'life=a', ''])
      expect(readLifeView(new URLSearchParams(text))).toEqual({ chosen: null, partition: 'train' })
  })
})
