import { describe, expect, it } from 'vitest'
import { groupFigures } from './group-figures'

const rollouts = [1, 0, 0, 1, 0].map((reward, index) => ({ id: `${index}`, reward }))

describe('the figures of a rollout group', () => {
  it('are the mean, the population’s deviation and the distance of one rollout in deviations', () => {
    const { mean, deviation, surprise } = groupFigures(rollouts, '3')
    expect(mean).toBeCloseTo(0.4)
    expect(deviation).toBeCloseTo(Math.sqrt(0.24))
    expect(surprise).toBeCloseTo(0.6 / Math.sqrt(0.24), 4)
  })

  it('know no surprise of a rollout that is not counted, or alone', () => {
    expect(groupFigures(rollouts, '9').surprise).toBeNull()
    expect(groupFigures(rollouts.slice(0, 1), '0')).toEqual({ mean: 1, deviation: 0, surprise: null })
  })
})
