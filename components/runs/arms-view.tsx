'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useRunChanges } from '@/components/data/live'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { useServerView } from '@/components/data/use-server-view'
import { StaleNotice } from '@/components/ui/stale-notice'
import { ArmsTable } from './arms-table'
import { NoRuns } from './no-runs'
import { PageLinks } from './page-links'
import { RunsFrame } from './runs-frame'
import { type RunsViewState, runsViewHref } from './runs-view-state'
import { useRowKeys } from './use-row-keys'

interface ArmsViewProps {
  readonly view: RunsViewState
  readonly initial: ApiOutput['groups']['arms']
  readonly counts: Readonly<Record<string, number>>
  readonly renderedAt: Date
}

/** The runs table grouped by all but the seed. */
export function ArmsView({ view, initial, counts, renderedAt }: ArmsViewProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const rows = useRef<HTMLTableSectionElement>(null)
  const { filter, sort, reverse, after } = view
  const { shown, open, isLoading } = useServerView(view, runsViewHref)
  const page = useQuery(
    trpc.groups.arms.queryOptions({ filter, sort, reverse, after }, renderedFirst(initial, renderedAt)),
  )
  useRunChanges('any', () => queryClient.invalidateQueries(trpc.groups.arms.pathFilter()), 2000)
  const nothing = () => {}
  useRowKeys({
    ...{ rows, field, onToggle: nothing, onEdit: nothing, onCompare: nothing },
    onNextPage: () => page.data.next && router.push(runsViewHref({ ...view, after: page.data.next })),
  })
  const { arms, next } = page.data
  return (
    <RunsFrame view={shown} field={field} counts={counts} hasWorker isLoading={isLoading} onChange={open}>
      {page.isError && (
        <div className="p-2">
          <StaleNotice error={page.error} />
        </div>
      )}
      {arms.length > 0 ? <ArmsTable arms={arms} view={view} /> : <NoRuns filter={filter} problem={page.data.problem} />}
      <PageLinks
        first={after ? runsViewHref({ ...view, after: null }) : null}
        next={next ? runsViewHref({ ...view, after: next }) : null}
      />
    </RunsFrame>
  )
}
