import Link from 'next/link'
import { NoMatch } from '@/components/filter/no-match'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/states'
import type { FilterProblem } from '@/server/core/filter/filter-problem'

/** Why there is no run: a mistake in the filter, nothing that matches, or nothing at all yet. */
export function NoRuns({ filter, problem }: { filter: string; problem: FilterProblem | null }) {
  if (problem || filter !== '')
    return (
      <NoMatch problem={problem} title="No run matches" showAll={showAll}>
        Change the filter above. Archived runs are found with <code>archived = yes</code>.
      </NoMatch>
    )
  return (
    <EmptyState
      title="No runs yet"
      action={
        <Button asChild>
          <Link href="/launch">Launch the starter run</Link>
        </Button>
      }
    >
      The starter run trains a small policy through the four stages on this machine, in about three minutes.
    </EmptyState>
  )
}

const showAll = (
  <Button asChild>
    <Link href="/">Show all runs</Link>
  </Button>
)
