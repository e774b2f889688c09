'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { ApiOutput } from '@/components/data/api-types'
import { useRunChanges } from '@/components/data/live'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { useSearchState } from '@/components/data/use-search-state'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { StaleNotice } from '@/components/ui/stale-notice'
import { EmptyState } from '@/components/ui/states'
import type { HintsScope } from './hints-scope'
import { keyOf, type Missing, MissingHintsTable } from './missing-hints-table'
import { ProposalsPanel } from './proposals-panel'
import { type ScopeChoices, ScopeSelect } from './scope-select'
import { SetSelect } from './set-select'

interface MissingViewProps {
  readonly initial: ApiOutput['hints']['missing']
  readonly proposals: ApiOutput['hints']['proposals']
  readonly set: string
  readonly scope: HintsScope
  readonly choices: ScopeChoices
  readonly renderedAt: Date
}

/** Kinds of failures shown before a person asks for all of them. */
const firstClusters = 25

const isCovered = ({ coveredBy }: Missing) => coveredBy?.always === true

/** Where hints are missing, what they may have cost, and rules that could be written. */
export function MissingView({ initial, proposals, set, scope, choices, renderedAt }: MissingViewProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const [search, changeSearch] = useSearchState()
  const query = useQuery(trpc.hints.missing.queryOptions({ set, ...scope }, renderedFirst(initial, renderedAt)))
  useRunChanges(scope.run ?? 'any', () => queryClient.invalidateQueries(trpc.hints.missing.pathFilter()), 3000)
  const write = useMutation(
    trpc.hints.writeRule.mutationOptions({
      onSuccess: ({ draft, index }) => router.push(`/hints/drafts/${draft}?rule=${index + 1}`),
    }),
  )
  const { clusters, count, failures } = query.data
  const onlyOpen = search.get('uncovered') !== null
  const listed = onlyOpen ? clusters.filter((cluster) => !isCovered(cluster)) : clusters
  const open = search.get('open')
  const shown =
    search.get('all') === null
      ? listed.filter((cluster, place) => place < firstClusters || keyOf(cluster) === open)
      : listed
  return (
    <div className="grid grid-cols-1 gap-4">
      {query.isError && <StaleNotice error={query.error} />}
      {write.error && (
        <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">
          {write.error.message}
        </p>
      )}
      <Panel
        flush
        title="Failures without a hint"
        note={
          count > 0
            ? `${quantity(failures)} failing calls of ${quantity(count)} kinds matched no rule of their run’s set. First those that occur in the most failed turns: what they may have cost, not what they have caused.`
            : undefined
        }
        actions={
          <>
            {clusters.some(isCovered) && (
              <Button
                size="small"
                aria-pressed={onlyOpen}
                title="Leaves out what a rule of the set’s newest version covers by now"
                onClick={() => changeSearch({ uncovered: onlyOpen ? null : '1' })}
                className={cn(onlyOpen && 'border-accent bg-accent-soft text-accent')}
              >
                Still without a rule
              </Button>
            )}
            <SetSelect label="Set that rules are written for" set={set} sets={query.data.sets} />
            <ScopeSelect scope={scope} choices={choices} />
          </>
        }
      >
        {listed.length > 0 ? (
          <MissingHintsTable
            clusters={shown}
            scope={scope}
            open={open}
            onOpen={(key) => changeSearch({ open: key })}
            onWrite={({ domain, tool, code }) => write.mutate({ set, domain, tool, code })}
            isWriting={write.isPending}
          />
        ) : clusters.length > 0 ? (
          <EmptyState title="All of them have a rule by now">
            The set’s newest version covers every kind of failure in this list: runs that are launched with it are told.
          </EmptyState>
        ) : (
          <EmptyState title="No failing call without a rule">
            Every recorded failing call was matched by a rule of its run’s set, or none was recorded yet. Launch a run,
            or write a narrower set to see what it leaves open.
          </EmptyState>
        )}
        {shown.length < listed.length && (
          <div className="p-2 text-center">
            <Button onClick={() => changeSearch({ all: 'yes' })}>Show {quantity(listed.length)} kinds</Button>
          </div>
        )}
      </Panel>
      <div id="proposed-rules">
        <ProposalsPanel
          initial={proposals}
          set={set}
          scope={scope}
          canPropose={clusters.some(({ canHaveRule }) => canHaveRule)}
        />
      </div>
    </div>
  )
}
