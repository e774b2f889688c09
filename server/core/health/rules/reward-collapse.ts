import type { SeriesRule } from '../health-rule'
import { bestWindow, meanEvidence, meanOf, newest, squaredError } from '../window-figures'

const window = 5
/** A fall within this many standard errors of the two means may be chance. */
const errors = 3

export const rewardCollapse: SeriesRule = {
  id: 'reward-collapse',
  name: 'Reward collapse',
  means: 'The training reward has lost a large part of what it had reached in this stage.',
  advice:
    'Look at gradient norm and KL where the fall begins. Go back to the checkpoint before it with a lower learning rate or a higher KL coefficient.',
  severity: 'critical',
  inputs: ['reward'],
  window,
  lookback: 60,
  threshold: { usual: 0.5, least: 0.05, most: 1, unit: 'share', words: 'the share lost of the best mean reward' },
  measure: ({ reward }) => {
    const now = newest(reward, window)
    const best = bestWindow(reward, window)
    if (!now || !best || reward.length < 2 * window) return null
    const top = meanOf(best)
    // a share of what was lost is only known of something positive
    if (top <= 0) return null
    const lost = top - meanOf(now)
    const chance = errors * Math.sqrt(squaredError(best) + squaredError(now))
    return {
      value: lost > chance ? lost / top : 0,
      evidence: [
        meanEvidence({ input: 'reward', label: `Training reward, best mean of ${window}`, unit: 'value' }, best),
        meanEvidence({ input: 'reward', label: `Training reward, mean of the last ${window}`, unit: 'value' }, now),
      ],
    }
  },
}
