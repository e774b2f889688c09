import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/states'
import type { FilterProblem } from '@/server/core/filter/filter-problem'

interface NoMatchProps {
  readonly problem: FilterProblem | null
  /** Said where the filter can be read, and nothing matches it. */
  readonly title: string
  /** Where to change something, then. */
  readonly children: ReactNode
  /** Leads to all rows. */
  readonly showAll: ReactNode
}

/** Why a filtered table has no row: a mistake in the filter, or nothing that matches it. */
export const NoMatch = ({ problem, title, children, showAll }: NoMatchProps) => (
  <EmptyState title={problem ? 'The filter cannot be read' : title} action={showAll}>
    {problem ? problem.message : children}
  </EmptyState>
)
