import { describe, expect, it } from 'vitest'
import { starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { ablationArms, ablationSchema, fullLength, lastStageOnly } from './ablation'

const names = (input: object, tree = true) => ablationArms(ablationSchema.parse(input), tree).map(({ name }) => name)

describe('the arms of an ablation', () => {
  it('are the whole method and each part taken away alone, with a fair opponent for the binary reward', () => {
    expect(names({})).toEqual(['whole method', 'no curriculum', 'no hints', 'binary reward', 'whole trajectories'])
    expect(names({}, false)).not.toContain('whole trajectories')
    expect(names({ axes: ['augmentation'] })).toEqual(['whole method', 'no hints'])
  })
  it('are every combination when asked for', () => {
    const arms = names({ design: 'full' })
    expect(arms).toHaveLength(8)
    expect(new Set(arms).size).toBe(8)
    expect(arms).toContain('no curriculum, no hints, binary reward')
  })
  it('have curricula of their own, so that the next launch takes the one that was chosen', () => {
    expect(fullLength(starterCurriculum).name).toBe('starter-full-length')
    expect(lastStageOnly(starterCurriculum).name).toBe('starter-last-stage')
  })
  it('take the same number of steps with and without a curriculum', () => {
    const steps = (curriculum: ReturnType<typeof lastStageOnly>) =>
      curriculum.stages.map(({ gate }) => [gate.minSteps, gate.maxSteps])
    const whole = steps(fullLength(starterCurriculum))
    expect(whole.every(([min, max]) => min === max)).toBe(true)
    const total = whole.reduce((sum, [, max = 0]) => sum + max, 0)
    expect(steps(lastStageOnly(starterCurriculum))).toEqual([[total, total]])
  })
})
