import type { HealthInput } from '../health-input'
import type { SeriesRule } from '../health-rule'
import { meanEvidence, newest } from '../window-figures'

interface ShareRule extends Omit<SeriesRule, 'inputs' | 'lookback' | 'measure' | 'threshold'> {
  readonly input: HealthInput
  readonly label: string
  /** The least mean that is too high. */
  readonly usual: number
  readonly words: string
}

/** A rule that fires when the mean of the newest values of one share is high. */
export function shareTooHigh({ input, label, usual, words, ...rule }: ShareRule): SeriesRule {
  const { window } = rule
  return {
    ...rule,
    inputs: [input],
    lookback: window,
    threshold: { usual, least: 0.01, most: 1, unit: 'share', words },
    measure: (readings) => {
      const now = newest(readings[input], window)
      if (!now) return null
      const mean = meanEvidence({ input, label: `${label}, mean of the last ${window}`, unit: 'share' }, now)
      return { value: mean.value, evidence: [mean] }
    },
  }
}
