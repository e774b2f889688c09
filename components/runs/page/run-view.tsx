'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { askingAgain } from '@/components/data/asking-again'
import { useRunChanges } from '@/components/data/live'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { RunHealth } from '@/components/health/run-health'
import { VerificationNotice } from '@/components/trajectory/verification-notice'
import { Panel } from '@/components/ui/panel'
import { StaleNotice } from '@/components/ui/stale-notice'
import { useNow } from '@/components/ui/use-now'
import { isLive, liveRefetchMs } from '../is-live'
import { serverClock } from '../server-clock'
import type { SentSeries } from './merge-series'
import { RunConfig, type RunConfiguration } from './run-config'
import { RunHeader, type RunPageData } from './run-header'
import { RunLogs } from './run-logs'
import { RunOverview } from './run-overview'
import { type RunTab, RunTabs } from './run-tabs'
import { RunTracked, type TrackedData } from './run-tracked'

interface RunViewProps {
  readonly initial: RunPageData
  readonly series: SentSeries
  /** For the tab that shows it. */
  readonly configuration: RunConfiguration | null
  readonly tracked: TrackedData | null
  readonly tab: RunTab
  readonly renderedAt: Date
}

/** One run, followed live: its row and what is new of its series are fetched when it changes, nothing else. */
export function RunView({ initial, series, configuration, tracked, tab, renderedAt }: RunViewProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const query = useQuery(
    trpc.runs.get.queryOptions(
      { run: initial.id },
      {
        ...renderedFirst(initial, renderedAt),
        refetchInterval: askingAgain<RunPageData>((data) => (data && isLive(data.status) ? liveRefetchMs : false)),
      },
    ),
  )
  const run = query.data
  const isOurs = run.kind === 'training'
  useRunChanges(run.id, () => queryClient.invalidateQueries(trpc.runs.get.queryFilter({ run: run.id })), 1000)
  const now = serverClock(useNow(renderedAt, 2000), { asOf: run.asOf, receivedAt: query.dataUpdatedAt })
  return (
    <main id="content" className="mx-auto w-full max-w-[1600px] min-w-0 px-4 pt-5 pb-16">
      <RunHeader run={run} now={now} />
      {query.isError && (
        <div className="mb-4">
          <StaleNotice error={query.error} />
        </div>
      )}
      <RunTabs run={run} here={tab} />
      {tab === 'overview' && isOurs && !isLive(run.status) && <VerificationNotice run={run.id} now={now} place="top" />}
      {tab === 'overview' && <RunHealth run={run} now={now} />}
      {tab === 'overview' && <RunOverview run={run} series={series} />}
      {tab === 'overview' && isOurs && !isLive(run.status) && <VerificationNotice run={run.id} now={now} place="end" />}
      {tab === 'logs' && (
        <Panel title="Log" flush>
          <RunLogs run={run.id} />
        </Panel>
      )}
      {tab === 'config' && configuration && <RunConfig run={run} {...configuration} />}
      {tab === 'tracked' && tracked && <RunTracked run={run} initial={tracked} renderedAt={renderedAt} />}
    </main>
  )
}
