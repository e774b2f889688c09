'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RunsAddress } from '@/components/compare/compare-view-state'
import { ComparedCharts } from '@/components/compare/compared-charts'
import { ConfigTable } from '@/components/compare/config-table'
import { RunKey } from '@/components/compare/run-key'
import { useDrawn } from '@/components/compare/use-drawn'
import type { ApiOutput } from '@/components/data/api-types'
import { useRunChanges } from '@/components/data/live'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { isLive } from '@/components/runs/is-live'
import { Panel } from '@/components/ui/panel'
import { useNow } from '@/components/ui/use-now'
import { ArmTable } from './arm-table'
import { PairTable } from './pair-table'
import { paperArms } from './paper-arms'
import { PaperExport } from './paper-export'

interface GroupViewProps {
  readonly address: RunsAddress
  readonly group: ApiOutput['groups']['show']
  readonly names: ApiOutput['compare']['seriesNames']
  readonly differences: ApiOutput['compare']['runs']['differences']
  readonly renderedAt: Date
}

/** Trainings by arm: means over seeds, curves with bands, paired tests, a table for a paper. */
export function GroupView({ address, group: initial, names, differences, renderedAt }: GroupViewProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const group = useQuery(trpc.groups.show.queryOptions(address, renderedFirst(initial, renderedAt))).data
  const runs = { runs: group.runs.map(({ id }) => id) }
  const known = useQuery(trpc.compare.seriesNames.queryOptions(runs, renderedFirst(names, renderedAt))).data
  const going = group.runs.filter(({ status }) => isLive(status)).map(({ id }) => id)
  const live = going.length > 0
  useRunChanges(
    'any',
    () => {
      if (!live) return
      void queryClient.invalidateQueries(trpc.groups.show.pathFilter())
      void queryClient.invalidateQueries(trpc.compare.seriesNames.pathFilter())
    },
    5000,
  )
  const now = useNow(renderedAt, 5000)
  const drawn = useDrawn(group.runs, group.arms)
  const told = useMemo(() => paperArms(group), [group])
  const ended = group.runs.filter(({ status }) => status === 'finished').length
  return (
    <div className="grid min-w-0 gap-4">
      <Panel
        flush
        title="Arms"
        note={`Mean ± half of the 95 % interval over seeds; ${ended} of ${group.runs.length} runs have finished`}
        actions={<PaperExport arms={told} title={group.title} />}
      >
        <ArmTable arms={group.arms} told={told} colors={drawn.arms.map(({ color }) => color)} />
      </Panel>
      <section aria-label="Charts">
        <ComparedCharts runs={drawn.runs} arms={drawn.arms} names={known} usualLines="arms" live={going} />
      </section>
      <Panel
        flush
        id="tests"
        title="Paired tests"
        note="The same test tasks, runs paired by seed; what varies with the seed alone shows in the intervals above"
      >
        <PairTable arms={group.arms} pairs={group.pairs} />
      </Panel>
      <Panel flush id="configuration" title="Configuration" note="Only what differs">
        <ConfigTable arms={group.arms} differences={differences} />
      </Panel>
      <Panel title="Runs">
        <RunKey arms={drawn.arms} runs={group.runs} drawn={drawn.runs} now={now} usualLines="arms" />
      </Panel>
    </div>
  )
}
