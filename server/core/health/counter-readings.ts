import type { HealthInput } from './health-input'
import type { Reading } from './health-rule'

/** What the episodes of one step say (table `step_counters`). */
export interface StepCounterRow {
  readonly step: number
  readonly partition: string
  readonly episodes: number
  readonly truncated: number
  readonly whole: number
  readonly solved: number
  readonly progress: number
  readonly withoutCalls: number
  readonly rollouts: number
  readonly distinct: number
  readonly at: number
}

const sources: Readonly<Partial<Record<HealthInput, (row: StepCounterRow) => number | null>>> = {
  truncation: (row) => (row.partition === 'train' ? share(row.truncated, row.episodes) : null),
  'tool-diversity': (row) => (row.partition === 'train' ? share(row.distinct, row.rollouts) : null),
  progress: (row) => (row.partition === 'validation' ? share(row.progress, row.whole) : null),
  solved: (row) => (row.partition === 'validation' ? share(row.solved, row.whole) : null),
  'without-calls': (row) => (row.partition === 'validation' ? share(row.withoutCalls, row.whole) : null),
}

const share = (part: number, of: number): number | null => (of > 0 ? part / of : null)

/** What the counters of ascending steps say about an input; none where episodes say nothing about it. */
export function counterReadings(input: HealthInput, rows: readonly StepCounterRow[]): Reading[] {
  const source = sources[input]
  if (!source) return []
  return rows.flatMap((row) => {
    const value = source(row)
    return value === null ? [] : [{ step: row.step, at: row.at, value }]
  })
}
