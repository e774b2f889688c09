import { describe, expect, it } from 'vitest'
import { readThreshold, thresholdText } from './threshold-text'

const share = { usual: 0.5, least: 0.01, most: 1, unit: 'share', words: '' } as const
const seconds = { ...share, least: 5, most: 86_400, unit: 'seconds' } as const

describe('a threshold in its field', () => {
  it('is written in percent where it is a share', () => {
    expect(readThreshold('62.5', share)).toBe(0.625)
    expect(readThreshold('62.5 %', share)).toBe(0.625)
    expect(thresholdText(0.07, 'share')).toBe('7')
    expect(readThreshold('90', seconds)).toBe(90)
  })

  it('is the rule’s own where nothing is written', () => {
    expect(readThreshold(' ', share)).toBeNull()
  })

  it.each(['0', '-3', '101', 'half', 'NaN', '1e9'])('is not %s, and says what would be right', (text) => {
    expect(readThreshold(text, share)).toContain('100.0')
  })
})
