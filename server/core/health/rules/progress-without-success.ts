import type { SeriesRule } from '../health-rule'
import { meanEvidence, newest } from '../window-figures'

const window = 3

export const progressWithoutSuccess: SeriesRule = {
  id: 'progress-without-success',
  name: 'High progress, failed tasks',
  means:
    'In validation most turns are right, but fewer than half as many tasks are: something small spoils whole tasks.',
  advice:
    'Open failed episodes with high progress and look which turn fails. One tool or one kind of turn is often behind all of them.',
  severity: 'warning',
  inputs: ['progress', 'solved'],
  window,
  lookback: window,
  threshold: { usual: 0.6, least: 0.1, most: 1, unit: 'share', words: 'the progress, with half of it solved or less,' },
  measure: ({ progress, solved }) => {
    const [turns, tasks] = [newest(progress, window), newest(solved, window)]
    // a reward that is no share says nothing about progress
    if (!turns || !tasks || turns.some(({ value }) => value < 0 || value > 1)) return null
    const made = meanEvidence({ input: 'progress', label: `Progress, mean of ${window}`, unit: 'share' }, turns)
    const done = meanEvidence({ input: 'solved', label: `Tasks solved, mean of ${window}`, unit: 'share' }, tasks)
    return { value: done.value < made.value / 2 ? made.value : 0, evidence: [made, done] }
  },
}
