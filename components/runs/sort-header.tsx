import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Th } from '@/components/ui/data-table'
import type { RunSort } from '@/server/core/runs/run-sorts'
import { type RunsViewState, runsViewHref } from './runs-view-state'

interface SortHeaderProps {
  readonly view: RunsViewState
  readonly sort: RunSort
  readonly numeric?: boolean
  /** Sorts from small to large first. */
  readonly upwards?: boolean
  readonly title?: string
  readonly className?: string
  readonly children: ReactNode
}

/** A column's name that sorts by it, and turns the order round when pressed again. */
export function SortHeader({ view, sort, numeric, upwards, title, className, children }: SortHeaderProps) {
  const here = view.sort === sort
  const up = Boolean(upwards) !== view.reverse
  const Arrow = up ? ArrowUp : ArrowDown
  return (
    <Th
      numeric={numeric}
      title={title}
      className={className}
      aria-sort={here ? (up ? 'ascending' : 'descending') : undefined}
    >
      <Link
        href={runsViewHref({ ...view, sort, reverse: here ? !view.reverse : false, after: null })}
        className="inline-flex items-center gap-1 hover:text-ink"
      >
        {children}
        {here && <Arrow aria-hidden className="size-3" />}
      </Link>
    </Th>
  )
}
