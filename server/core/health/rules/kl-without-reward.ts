import type { SeriesRule } from '../health-rule'
import { meanEvidence, meanOf, newest } from '../window-figures'

const half = 5
/** A reward that gains less than this share of itself counts as flat. */
const flatGain = 0.02

export const klWithoutReward: SeriesRule = {
  id: 'kl-without-reward',
  name: 'KL rises, reward is flat',
  means: 'The policy moves away from its reference, and the training reward gains nothing by it.',
  advice:
    'Raise the KL coefficient or lower the learning rate. If validation is flat as well, the stage has taught what it can: let it end.',
  severity: 'warning',
  inputs: ['reference-kl', 'reward'],
  window: half,
  lookback: 2 * half,
  threshold: { usual: 0.05, least: 0.001, most: 1000, unit: 'nats', words: `the rise of KL over ${half} readings` },
  measure: ({ 'reference-kl': kl, reward }) => {
    const [klNow, rewardNow] = [newest(kl, 2 * half), newest(reward, 2 * half)]
    if (!klNow || !rewardNow) return null
    const [before, after] = [klNow.slice(0, half), klNow.slice(half)]
    const [earned, earns] = [rewardNow.slice(0, half), rewardNow.slice(half)]
    const isFlat = meanOf(earns) - meanOf(earned) < flatGain * Math.abs(meanOf(earned))
    return {
      value: isFlat ? Math.max(0, meanOf(after) - meanOf(before)) : 0,
      evidence: [
        meanEvidence({ input: 'reference-kl', label: `KL, mean of the ${half} before`, unit: 'nats' }, before),
        meanEvidence({ input: 'reference-kl', label: `KL, mean of the last ${half}`, unit: 'nats' }, after),
        meanEvidence({ input: 'reward', label: `Training reward, mean of the ${half} before`, unit: 'value' }, earned),
        meanEvidence({ input: 'reward', label: `Training reward, mean of the last ${half}`, unit: 'value' }, earns),
      ],
    }
  },
}
