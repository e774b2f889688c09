'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/data/trpc'
import { DomainStates } from '@/components/trajectory/domain-states'
import { Panel } from '@/components/ui/panel'
import { Refreshing } from '@/components/ui/refreshing'
import { Skeleton } from '@/components/ui/states'
import { changeWords } from './played-step'

/** The whole public state now; what the last step changed stands open, the rest is folded. */
export function StatePanel({ session }: { session: string }) {
  const trpc = useTRPC()
  const { data, error, isPlaceholderData } = useQuery(
    trpc.playground.state.queryOptions(
      { session },
      { staleTime: Number.POSITIVE_INFINITY, placeholderData: (before) => before },
    ),
  )
  return (
    <Panel title="State" note="What the last step changed is open: − before, + after">
      {error && <p className="text-bad">{error.message}</p>}
      {!data && !error && <Skeleton className="h-24" />}
      <Refreshing busy={isPlaceholderData} className="grid gap-3">
        {data && <DomainStates expected={data.before} actual={data.after} equal="unchanged" words={changeWords} />}
      </Refreshing>
    </Panel>
  )
}
