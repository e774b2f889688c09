import { describe, expect, it } from 'vitest'
import { type Finding, figureWords, firedSteps, spanWords } from './finding-words'

const finding: Finding = {
  ...{ id: 1, run: 1, runName: 'a', rule: 'flat-groups', threshold: 0.5, value: 0.62 },
  evidence: [
    {
      input: 'flat-groups',
      label: 'Flat groups',
      unit: 'share',
      value: 0.62,
      points: [
        [4, 0.6],
        [8, 0.64],
      ],
    },
  ],
  ...{ openedStep: 8, openedAt: new Date(0), closedStep: null, closedAt: null, closedBy: null },
}

describe('a finding in words', () => {
  it('says its figure and the threshold of that time, in the rule’s unit', () => {
    expect(figureWords(finding).replaceAll('\u00a0', ' ')).toBe('62.0 %, warns from 50.0 %')
  })

  it('says since when, or from when to when and why it is over', () => {
    expect(spanWords(finding)).toBe('since step 8')
    expect(spanWords({ ...finding, closedStep: 14, closedBy: 'calm' })).toBe('steps 8–14: calmed down')
    expect(spanWords({ ...finding, closedStep: 8, closedBy: 'stage' })).toBe('step 8: its stage ended')
  })

  it('knows the steps that fired it, and that a heartbeat has none', () => {
    expect(firedSteps(finding)).toEqual([4, 8])
    const evidence = [{ input: 'heartbeat', label: '', unit: 'seconds', value: 40, points: [[8, 40]] }] as const
    expect(firedSteps({ ...finding, evidence })).toBeNull()
  })
})
