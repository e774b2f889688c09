import type { ApiOutput } from '@/components/data/api-types'

export type TaskCounts = ApiOutput['curricula']['taskCounts']

export interface MatchingTasks {
  readonly suite: string
  /** Tasks that match, those that the stage draws of them, and those that its gate looks at. */
  readonly train: number
  readonly drawn: number
  readonly validation: number
}

/** What a data selection finds in each suite. */
export function matchingTasks(
  counts: TaskCounts,
  splits: readonly string[],
  limit: number | undefined,
): MatchingTasks[] {
  return counts.map(({ suite, train, validation }) => {
    const sum = (sizes: Readonly<Record<string, number>>) =>
      splits.reduce((total, split) => total + (sizes[split] ?? 0), 0)
    const all = sum(train)
    return { suite, train: all, drawn: Math.min(all, limit ?? all), validation: sum(validation) }
  })
}
