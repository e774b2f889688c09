import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seriesRules } from './health-rules'
import { type ActiveRule, type HealthChange, judgeRun } from './judge-run'
import { flatGroups } from './rules/flat-groups'
import { rewardCollapse } from './rules/reward-collapse'
import { readingsOf, series, times } from './testing/readings'

const flat: ActiveRule = { rule: flatGroups, threshold: 0.5 }
const nothing = { after: -1, stageStarts: [0], open: new Map<string, number>() }
const judgeFlat = (values: readonly number[], more: Partial<typeof nothing> = {}) =>
  judgeRun({ ...nothing, ...more, rules: [flat], readings: readingsOf({ 'flat-groups': series(values) }) })

describe('judging a run', () => {
  it('opens at the step that reaches the threshold, with the time and the values of the inputs', () => {
    const [opened, ...rest] = judgeFlat([...times(5, 0.4), ...times(5, 0.6)])
    expect(opened).toMatchObject({ kind: 'opened', rule: 'flat-groups', step: 8, at: 8000, threshold: 0.5 })
    expect(opened).toMatchObject({
      evidence: [
        {
          points: [
            [4, 0.4],
            [5, 0.4],
            [6, 0.6],
            [7, 0.6],
            [8, 0.6],
          ],
        },
      ],
    })
    expect(rest).toEqual([])
  })

  it('closes only well below the threshold, so that it does not flicker', () => {
    expect(judgeFlat([...times(5, 0.6), ...times(10, 0.47)]).map(({ kind }) => kind)).toEqual(['opened'])
    expect(judgeFlat([...times(5, 0.6), ...times(5, 0.1)])).toMatchObject([
      { kind: 'opened', step: 5 },
      { kind: 'closed', step: 7, by: 'calm' },
    ])
  })

  it('closes with its stage, and judges the next one by itself', () => {
    const changes = judgeFlat([...times(8, 0.6), ...times(4, 0.9), ...times(4, 0.9)], { stageStarts: [0, 8] })
    expect(changes).toMatchObject([
      { kind: 'opened', step: 5 },
      { kind: 'closed', step: 8, by: 'stage' },
      { kind: 'opened', step: 13 },
    ])
  })

  it('takes a reward that falls where a new stage begins for no collapse', () => {
    const readings = readingsOf({ reward: series([...times(10, 0.9), ...times(10, 0.2)]) })
    const rules = [{ rule: rewardCollapse, threshold: 0.5 }]
    expect(judgeRun({ ...nothing, rules, readings })).toMatchObject([{ kind: 'opened', rule: 'reward-collapse' }])
    expect(judgeRun({ ...nothing, rules, readings, stageStarts: [0, 10] })).toEqual([])
  })

  it('says nothing about steps that were judged before', () => {
    expect(judgeFlat(times(10, 0.6), { after: 10 })).toEqual([])
    expect(judgeFlat(times(10, 0.6), { after: 9, open: new Map([['flat-groups', 5]]) })).toEqual([])
  })

  it('says the same piece by piece as at once', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true })
    const column = fc.array(value, { minLength: 1, maxLength: 60 })
    const rules = seriesRules.map((rule) => ({ rule, threshold: rule.threshold.usual / 2 }))
    fc.assert(
      fc.property(column, column, column, fc.array(fc.nat(60), { maxLength: 6 }), (reward, kl, share, cuts) => {
        const readings = readingsOf({
          ...{ reward: series(reward), 'reference-kl': series(kl), 'flat-groups': series(share) },
          ...{ truncation: series(share, 2, 3), 'tool-diversity': series(kl), progress: series(share, 5, 5) },
          ...{ solved: series(kl, 5, 5), 'without-calls': series(reward, 5, 5) },
        })
        const stageStarts = [0, 20, 41]
        const whole = judgeRun({ ...nothing, rules, readings, stageStarts })
        const ends = [...new Set([...cuts, 400])].sort((a, b) => a - b)
        const pieces: HealthChange[] = []
        const open = new Map<string, number>()
        let after = -1
        for (const end of ends) {
          const known = Object.entries(readings).map(([input, all]) => [input, all.filter(({ step }) => step <= end)])
          const changes = judgeRun({ rules, readings: Object.fromEntries(known), after, stageStarts, open })
          for (const { kind, rule, step } of changes) kind === 'opened' ? open.set(rule, step) : open.delete(rule)
          pieces.push(...changes)
          after = end
        }
        const sorted = (changes: readonly HealthChange[]) =>
          changes.map((change) => JSON.stringify(change)).sort((a, b) => a.localeCompare(b))
        expect(sorted(pieces)).toEqual(sorted(whole))
      }),
      { numRuns: 60 },
    )
  })
})
