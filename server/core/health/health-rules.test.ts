import { describe, expect, it } from 'vitest'
import { healthRules, seriesRules } from './health-rules'
import { flatGroups } from './rules/flat-groups'
import { klWithoutReward } from './rules/kl-without-reward'
import { progressWithoutSuccess } from './rules/progress-without-success'
import { rewardCollapse } from './rules/reward-collapse'
import { toolDiversity } from './rules/tool-diversity'
import { truncation } from './rules/truncation'
import { readingsOf, series, times } from './testing/readings'

describe('the health rules', () => {
  it('have names of their own and thresholds within their bounds', () => {
    expect(new Set(healthRules.map(({ id }) => id)).size).toBe(healthRules.length)
    for (const { threshold } of healthRules) {
      expect(threshold.usual).toBeGreaterThanOrEqual(threshold.least)
      expect(threshold.usual).toBeLessThanOrEqual(threshold.most)
    }
  })

  it('say nothing where too little is known', () => {
    for (const rule of seriesRules) expect(rule.measure(readingsOf({}))).toBeNull()
  })
})

describe('reward collapse', () => {
  const of = (...values: number[]) => rewardCollapse.measure(readingsOf({ reward: series(values) }))

  it('is the share lost of the best mean', () => {
    expect(of(...times(5, 0.2), ...times(5, 0.8), ...times(5, 0.2))?.value).toBeCloseTo(0.75)
    expect(of(...times(5, 0.2), ...times(5, 0.8))?.value).toBe(0)
  })

  it('is not what may be chance', () => {
    expect(of(0.02, 0, 0.03, 0, 0.02, 0.01, 0, 0.01, 0, 0.01)?.value).toBe(0)
  })

  it('is not judged where the best is not positive: a share of it means nothing', () => {
    expect(of(...times(5, -0.5), ...times(5, -2))).toBeNull()
  })

  it('shows the steps and values of both means', () => {
    const [best, now] = of(...times(5, 0.8), ...times(5, 0.1))?.evidence ?? []
    expect(best).toMatchObject({ value: 0.8, points: expect.arrayContaining([[1, 0.8]]) })
    expect(now).toMatchObject({ value: expect.closeTo(0.1), points: expect.arrayContaining([[10, 0.1]]) })
  })
})

describe('flat groups and truncation', () => {
  it('are means of the last five', () => {
    const shares = series([0, 0, 0.5, 0.5, 0.5, 0.5, 0.5])
    expect(flatGroups.measure(readingsOf({ 'flat-groups': shares }))?.value).toBe(0.5)
    expect(truncation.measure(readingsOf({ truncation: shares.slice(0, 5) }))?.value).toBeCloseTo(0.3)
  })
})

describe('KL that rises while the reward is flat', () => {
  const of = (kl: number[], reward: number[]) =>
    klWithoutReward.measure(readingsOf({ 'reference-kl': series(kl), reward: series(reward) }))?.value

  it('is the rise of the mean KL', () => {
    expect(of([...times(5, 0.1), ...times(5, 0.3)], times(10, 0.6))).toBeCloseTo(0.2)
    expect(of([...times(5, 0.1), ...times(5, 0.3)], [...times(5, 0.6), ...times(5, 0.4)])).toBeCloseTo(0.2)
  })

  it('is nothing while the reward gains, or KL falls', () => {
    expect(of([...times(5, 0.1), ...times(5, 0.3)], [...times(5, 0.5), ...times(5, 0.6)])).toBe(0)
    expect(of([...times(5, 0.3), ...times(5, 0.1)], times(10, 0.6))).toBe(0)
  })
})

describe('high progress with failed tasks', () => {
  const of = (progress: number, solved: number) =>
    progressWithoutSuccess.measure(
      readingsOf({ progress: series(times(3, progress)), solved: series(times(3, solved)) }),
    )

  it('is the progress where less than half of it is solved', () => {
    expect(of(0.8, 0.3)?.value).toBeCloseTo(0.8)
    expect(of(0.8, 0.5)?.value).toBe(0)
  })

  it('is not judged from rewards that are no shares', () => {
    expect(of(7, 0.3)).toBeNull()
  })
})

describe('tool sequences that become alike', () => {
  const of = (...values: number[]) => toolDiversity.measure(readingsOf({ 'tool-diversity': series(values) }))?.value

  it('are the share lost of the best diversity', () => {
    expect(of(...times(5, 0.6), ...times(5, 0.15))).toBeCloseTo(0.75)
    expect(of(...times(5, 0.1), ...times(5, 0.4))).toBe(0)
  })

  it('are nothing where there never was much', () => {
    expect(of(...times(5, 0.04), ...times(5, 0))).toBe(0)
  })
})
