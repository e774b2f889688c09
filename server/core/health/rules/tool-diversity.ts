import type { SeriesRule } from '../health-rule'
import { bestWindow, meanEvidence, newest } from '../window-figures'

const window = 5
/** Below it there was never much to lose. */
const leastBest = 0.05

export const toolDiversity: SeriesRule = {
  id: 'tool-diversity',
  name: 'Tool sequences alike',
  means:
    'Rollouts of the same task call the same tools in the same order, although some of them fail: exploration ends.',
  advice: 'Raise the sampling temperature or the entropy bonus, lower the learning rate, or use larger groups.',
  severity: 'warning',
  inputs: ['tool-diversity'],
  window,
  lookback: 60,
  threshold: { usual: 0.5, least: 0.05, most: 1, unit: 'share', words: 'the share lost of the best mean diversity' },
  measure: ({ 'tool-diversity': diversity }) => {
    const now = newest(diversity, window)
    const best = bestWindow(diversity, window)
    if (!now || !best || diversity.length < 2 * window) return null
    const top = meanEvidence(
      { input: 'tool-diversity', label: `Diversity, best mean of ${window}`, unit: 'share' },
      best,
    )
    const last = meanEvidence(
      { input: 'tool-diversity', label: `Diversity, mean of the last ${window}`, unit: 'share' },
      now,
    )
    return { value: top.value < leastBest ? 0 : (top.value - last.value) / top.value, evidence: [top, last] }
  },
}
