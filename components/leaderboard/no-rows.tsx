import Link from 'next/link'
import { NoMatch } from '@/components/filter/no-match'
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
  if (problem || !isEmpty)
    return (
      <NoMatch problem={problem} title="No row measured here matches" showAll={showAll}>
        Change the filter or the suites above.{hasPublished && ' Published rows that match stand below.'}
      </NoMatch>
    )
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
}

const showAll = (
  <Button asChild>
    <Link href="/leaderboard">Show all rows</Link>
  </Button>
)
