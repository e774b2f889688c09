'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@/components/data/api-types'
import { useRunChanges } from '@/components/data/live'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { isLive } from '@/components/runs/is-live'
import { Panel } from '@/components/ui/panel'
import { useNow } from '@/components/ui/use-now'
import type { RunsAddress } from './compare-view-state'
import { ComparedCharts } from './compared-charts'
import { ConfigTable } from './config-table'
import { LedgerTable } from './ledger-table'
import { OutcomeTable } from './outcome-table'
import { RunKey } from './run-key'
import { useDrawn } from './use-drawn'

interface CompareViewProps {
  readonly address: RunsAddress
  readonly comparison: ApiOutput['compare']['runs']
  readonly names: ApiOutput['compare']['seriesNames']
  readonly outcomes: ApiOutput['compare']['outcomes']
  readonly ledger: ApiOutput['compare']['ledger']
  readonly renderedAt: Date
}

/** Several runs side by side: curves, configuration, outcomes task by task, hints. */
export function CompareView({ address, comparison, names, outcomes, ledger, renderedAt }: CompareViewProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const runs = { runs: comparison.runs.map(({ id }) => id) }
  const first = <T,>(initial: T) => renderedFirst(initial, renderedAt)
  const compared = useQuery(trpc.compare.runs.queryOptions(address, first(comparison))).data
  const going = compared.runs.filter(({ status }) => isLive(status)).map(({ id }) => id)
  const live = going.length > 0
  const known = useQuery(trpc.compare.seriesNames.queryOptions(runs, first(names))).data
  const solved = useQuery(trpc.compare.outcomes.queryOptions(runs, first(outcomes))).data
  const hints = useQuery(trpc.compare.ledger.queryOptions(runs, first(ledger))).data
  useRunChanges(
    'any',
    () => {
      if (!live) return
      for (const part of [trpc.compare.runs, trpc.compare.seriesNames, trpc.compare.outcomes, trpc.compare.ledger])
        void queryClient.invalidateQueries(part.pathFilter())
    },
    5000,
  )
  const now = useNow(renderedAt, 5000)
  const drawn = useDrawn(compared.runs, compared.arms)
  return (
    <div className="grid min-w-0 gap-4">
      <Panel title="Runs" note="By configuration: runs under one heading differ in their seed alone">
        <RunKey arms={drawn.arms} runs={compared.runs} drawn={drawn.runs} now={now} usualLines="runs" />
      </Panel>
      <section aria-label="Charts">
        <ComparedCharts runs={drawn.runs} arms={drawn.arms} names={known} usualLines="runs" live={going} />
      </section>
      <Panel flush id="configuration" title="Configuration" note="Only what differs">
        <ConfigTable arms={compared.arms} differences={compared.differences} />
      </Panel>
      <Panel flush id="outcomes" title="Outcomes" note="Test tasks at the final evaluation">
        <OutcomeTable outcomes={solved} runs={compared.runs} />
      </Panel>
      <Panel flush id="hints" title="Hints" note="Training and evaluation together; observational: see the hints page">
        <LedgerTable rows={hints} runs={compared.runs} />
      </Panel>
    </div>
  )
}
