import { quantity } from '@/components/ui/format'
import { matchingTasks, type TaskCounts } from './matching-tasks'

interface TaskCountProps {
  readonly counts: TaskCounts
  readonly splits: readonly string[]
  readonly limit: number | undefined
}

/** How many tasks a stage's data selection finds, suite by suite. */
export function TaskCount({ counts, splits, limit }: TaskCountProps) {
  if (counts.length === 0) return <p className="text-xs text-ink-faint">No suite to train on is stored.</p>
  return (
    <ul aria-label="Matching tasks" className="text-xs tabular-nums text-ink-soft">
      {matchingTasks(counts, splits, limit).map(({ suite, train, drawn, validation }) => (
        <li key={suite}>
          <span className="font-medium">{suite}</span>{' '}
          {drawn < train ? `${quantity(drawn)} of ${quantity(train)}` : quantity(train)} to train
          {train === 0 && <span className="text-warn"> (nothing matches)</span>}, {quantity(validation)} to validate
        </li>
      ))}
    </ul>
  )
}
