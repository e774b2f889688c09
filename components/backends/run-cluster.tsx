'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { askingAgain } from '@/components/data/asking-again'
import { useRunChanges } from '@/components/data/live'
import { useTRPC } from '@/components/data/trpc'
import { Figure } from '@/components/ui/figure'
import { duration, quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { StaleNotice } from '@/components/ui/stale-notice'
import { Skeleton } from '@/components/ui/states'
import { RunCheckpoints } from './run-checkpoints'
import { RunFiles } from './run-files'
import { RunJobs } from './run-jobs'

interface RunClusterProps {
  readonly run: number
  readonly live: boolean
  readonly stages: readonly { readonly name: string }[]
}

/** What a run does on its cluster: jobs, GPU-hours, checkpoints; and the same run as files for other ways to submit. */
export function RunCluster({ run, live, stages }: RunClusterProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const query = useQuery(
    trpc.backends.ofRun.queryOptions({ run }, { refetchInterval: askingAgain(live ? 5000 : false) }),
  )
  // how its last job ended is told with the change that ends the run
  useRunChanges(run, () => queryClient.invalidateQueries(trpc.backends.ofRun.queryFilter({ run })), 2000)
  const name = (stage: number) => stages[stage]?.name ?? `stage ${stage + 1}`
  if (query.isPending) return <Skeleton className="h-40 w-full" />
  if (!query.data) return <StaleNotice error={query.error} />
  const { jobs, use, checkpoints } = query.data
  const gpuHours = use.reduce((sum, stage) => sum + stage.gpuHours, 0)
  return (
    <>
      {query.isError && <StaleNotice error={query.error} />}
      <Panel
        flush
        title="On the cluster"
        note="One job a stage; ended by the gate, taken up again where it was lost. Test tasks are jobs of their own"
        actions={<RunFiles run={run} live={live} />}
      >
        <dl className="grid grid-cols-2 gap-3 p-3 sm:grid-cols-4">
          <Figure label="GPU-hours" value={hours(gpuHours)} detail="all attempts" />
          {use.map((stage) => (
            <Figure
              key={stage.stage}
              label={stage.stage === null ? 'Test tasks' : `Stage ${stage.stage + 1}: ${name(stage.stage)}`}
              value={`${hours(stage.gpuHours)} GPU-h`}
              detail={`waited ${duration(stage.waited)}`}
            />
          ))}
        </dl>
        {jobs.length > 0 && <RunJobs jobs={jobs} nameOf={name} />}
      </Panel>
      {checkpoints.length > 0 && (
        <Panel flush title="Checkpoints" note="Newest first; pinned ones are never let go of">
          <RunCheckpoints run={run} checkpoints={checkpoints} nameOf={name} />
        </Panel>
      )}
    </>
  )
}

const hours = (value: number): string => (value === 0 ? '0' : value < 0.01 ? '< 0.01' : quantity(value))
