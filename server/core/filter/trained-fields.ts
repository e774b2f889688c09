import type { FilterField } from './filter-field'

const share = (name: string, label: string, help: string): FilterField => {
  return { name, label, help, type: 'share', optional: true }
}
const text = (name: string, label: string, help: string): FilterField => {
  return { name, label, help, type: 'text', optional: true, suggests: true }
}

/** With what a run was trained: in the runs table and on the leaderboard. */
export const trainedWith: readonly FilterField[] = [
  text('hints', 'Hints', 'augmentation set, or none'),
  text('rewarded', 'Rewarded by', 'reward of its stages'),
]

/** What came of it on test tasks. */
export const measuredOnTests: readonly FilterField[] = [
  share('test', 'Test turns', 'turn accuracy on test tasks'),
  share('test-tasks', 'Test tasks', 'task accuracy on test tasks'),
]

export const gapField: FilterField = share('gap', 'Gap', 'in minus out of distribution')
