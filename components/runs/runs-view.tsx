'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { askingAgain } from '@/components/data/asking-again'
import { useRunChanges } from '@/components/data/live'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { useServerView } from '@/components/data/use-server-view'
import { Button } from '@/components/ui/button'
import { StaleNotice } from '@/components/ui/stale-notice'
import { useNow } from '@/components/ui/use-now'
import { writeIdList } from '@/server/core/groups/id-list'
import { isLive, liveRefetchMs } from './is-live'
import { LabelsDialog } from './labels-dialog'
import { NoRuns } from './no-runs'
import { PageLinks } from './page-links'
import { RunActions } from './run-actions'
import type { RunRow } from './run-columns'
import { RunsFrame } from './runs-frame'
import { RunsTable } from './runs-table'
import { type RunsViewState, runsViewHref } from './runs-view-state'
import { SelectionBar } from './selection-bar'
import { serverClock } from './server-clock'
import { useRowKeys } from './use-row-keys'
import { useRunSelection } from './use-run-selection'

interface RunsViewProps {
  readonly view: RunsViewState
  readonly initial: ApiOutput['runs']['list']
  /** The server's clock at rendering, so that both sides draw the same ages. */
  readonly renderedAt: Date
}

/** The runs table with its filters; rows follow their runs live. */
export function RunsView({ view: addressed, initial, renderedAt }: RunsViewProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const selection = useRunSelection()
  const field = useRef<HTMLInputElement>(null)
  const rows = useRef<HTMLTableSectionElement>(null)
  const [edited, setEdited] = useState<RunRow | null>(null)
  // What is chosen changes in the browser alone.
  const view = { ...addressed, selected: selection.ids }
  const { shown, open, isLoading } = useServerView(view, runsViewHref)
  const { filter, sort, reverse, after } = view
  const page = useQuery(
    trpc.runs.list.queryOptions(
      { filter, sort, reverse, after },
      {
        ...renderedFirst(initial, renderedAt),
        refetchInterval: askingAgain<ApiOutput['runs']['list']>((data) =>
          data?.runs.some((run) => isLive(run.status)) ? liveRefetchMs : false,
        ),
      },
    ),
  )
  useRunChanges('any', () => queryClient.invalidateQueries(trpc.runs.list.pathFilter()), 1000)
  const now = serverClock(useNow(renderedAt, 5000), { asOf: page.data.asOf, receivedAt: page.dataUpdatedAt })
  const { runs, next } = page.data
  useRowKeys({
    rows,
    field,
    onToggle: (run) => selection.toggle(run, null),
    onEdit: (run) => setEdited(runs.find(({ id }) => id === run) ?? null),
    onCompare: () => selection.ids.length > 0 && router.push(`/compare?runs=${writeIdList(selection.ids)}`),
    onNextPage: () => next && router.push(runsViewHref({ ...view, after: next })),
  })
  return (
    <RunsFrame
      view={{ ...shown, selected: selection.ids }}
      field={field}
      counts={page.data.counts}
      hasWorker={page.data.hasWorker}
      isLoading={isLoading}
      onChange={open}
    >
      <SelectionBar selection={selection} archived={runs.length > 0 && runs.every((run) => run.archived)} />
      {page.isError && (
        <div className="p-2">
          <StaleNotice error={page.error} />
        </div>
      )}
      {runs.length > 0 ? (
        <RunsTable
          runs={runs}
          view={{ ...view, columns: shown.columns }}
          now={now}
          selection={selection}
          rows={rows}
          actions={(run) => (
            <>
              <Button
                look="quiet"
                size="small"
                aria-label={`Tags and notes of ${run.name}`}
                title={run.notes === '' ? 'Tags and notes' : run.notes.slice(0, 300)}
                onClick={() => setEdited(run)}
              >
                <Pencil aria-hidden />
              </Button>
              <RunActions run={run} compact />
            </>
          )}
        />
      ) : (
        <NoRuns filter={view.filter} problem={page.data.problem} />
      )}
      <PageLinks
        first={view.after ? runsViewHref({ ...view, after: null }) : null}
        next={next ? runsViewHref({ ...view, after: next }) : null}
      >
        {runs.length > 0 && (page.data.total === 1 ? 'One run' : `${page.data.total.toLocaleString('en-US')} runs`)}
      </PageLinks>
      <LabelsDialog run={edited} onClose={() => setEdited(null)} />
    </RunsFrame>
  )
}
