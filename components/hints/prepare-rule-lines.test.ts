import { describe, expect, it } from 'vitest'
import { prepareRuleLines } from './prepare-rule-lines'

describe('a rule over training steps', () => {
  const lines = prepareRuleLines([
    { step: 0, failures: 4, shown: 0, recovered: 1, recoveredWhenShown: 0 },
    { step: 2, failures: 5, shown: 5, recovered: 2, recoveredWhenShown: 2 },
    { step: 3, failures: 6, shown: 2, recovered: 3, recoveredWhenShown: 2 },
  ])

  it('has every count', () => {
    expect(lines.failures).toEqual([
      [0, 4],
      [2, 5],
      [3, 6],
    ])
    expect(lines.shown.map(([, shown]) => shown)).toEqual([0, 5, 2])
  })

  it('has a share only where there was something to recover from', () => {
    expect(lines.recoveredWith).toEqual([
      [2, 0.4],
      [3, 1],
    ])
    expect(lines.recoveredWithout).toEqual([
      [0, 0.25],
      [3, 0.25],
    ])
  })
})
