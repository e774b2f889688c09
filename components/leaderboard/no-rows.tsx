import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/states'
import type { FilterProblem } from '@/server/core/filter/filter-problem'

interface NoRowsProps {
  /** Nothing has been measured at all. */
  readonly isEmpty: boolean
  readonly problem: FilterProblem | null
  readonly hasPublished: boolean
}

/** Why no row measured here is shown: nothing was measured yet, a mistake in the filter, or nothing that matches. */
export function NoRows({ isEmpty, problem, hasPublished }: NoRowsProps) {
  const showAll = (
    <Button asChild>
      <Link href="/leaderboard">Show all rows</Link>
    </Button>
  )
  if (problem)
    return (
      <EmptyState title="The filter has a mistake" action={showAll}>
        {problem.message}
      </EmptyState>
    )
  if (isEmpty)
    return (
      <EmptyState
        title="No finished run yet"
        action={
          <Button asChild look="primary">
            <Link href="/launch">Launch a run</Link>
          </Button>
        }
      >
        A run’s row appears when its final evaluation is in.
      </EmptyState>
    )
  return (
    <EmptyState title="No row measured here matches" action={showAll}>
      Change the filter or the suites above.{hasPublished && ' Published rows that match stand below.'}
    </EmptyState>
  )
}
