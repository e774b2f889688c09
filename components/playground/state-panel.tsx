'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/data/trpc'
import { stateTree } from '@/components/trajectory/state-tree'
import { StateTreeView } from '@/components/trajectory/state-tree-view'
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
        {data &&
          Object.keys(data.after).map((domain) => {
            const node = stateTree(domain, data.before[domain], data.after[domain])
            const attributes = Object.entries(data.after[domain] ?? {}).map(([name, value]) =>
              stateTree(name, data.before[domain]?.[name], value),
            )
            return (
              <section key={domain} aria-label={domain} className="min-w-0">
                <h3 className="mb-1 text-xs font-medium">
                  {domain} {node.look === 'same' && <span className="font-normal text-ink-faint">unchanged</span>}
                </h3>
                <StateTreeView nodes={attributes} words={changeWords} />
              </section>
            )
          })}
      </Refreshing>
    </Panel>
  )
}
