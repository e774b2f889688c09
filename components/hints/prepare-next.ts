import { type NextAction, nextActions } from '@/server/core/hints/next-action'

export interface NextPart {
  readonly action: NextAction
  readonly label: string
  readonly count: number
  /** Of those whose next action is known, 0–1. */
  readonly share: number
}

export const nextLabels: Readonly<Record<NextAction, string>> = {
  retried: 'same tool, other arguments',
  named_tool: 'the tool it names',
  repeated: 'the same call again',
  other_call: 'another call',
  answered: 'answered',
  malformed: 'malformed message',
  cut_off: 'no further message',
}

/** What followed, as parts of a bar; without those that never did. Empty where nothing is known. */
export function prepareNext(counts: Readonly<Record<NextAction, number>>): NextPart[] {
  const total = nextActions.reduce((sum, action) => sum + counts[action], 0)
  return nextActions
    .filter((action) => counts[action] > 0)
    .map((action) => ({ action, label: nextLabels[action], count: counts[action], share: counts[action] / total }))
}
