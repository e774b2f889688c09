'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/data/trpc'
import { useSearchState } from '@/components/data/use-search-state'
import { domainNodes } from '@/components/trajectory/domain-nodes'
import { FoldedText } from '@/components/trajectory/folded-text'
import { StateTreeView } from '@/components/trajectory/state-tree-view'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { Refreshing } from '@/components/ui/refreshing'

/** What the task expects of the turn, on request: no agent is ever shown it. */
export function ExpectedPanel({ session }: { session: string }) {
  const trpc = useTRPC()
  const [query, change] = useSearchState()
  const isOpen = query.get('expected') !== null
  const { data, error, isPlaceholderData } = useQuery(
    trpc.playground.expected.queryOptions(
      { session },
      { enabled: isOpen, staleTime: Number.POSITIVE_INFINITY, placeholderData: (before) => before },
    ),
  )
  return (
    <Panel
      title="What is expected"
      actions={
        <>
          <Badge tone="warn">never shown to the agent</Badge>
          <Button size="small" aria-expanded={isOpen} onClick={() => change({ expected: isOpen ? null : '1' })}>
            {isOpen ? 'Hide' : 'Show'}
          </Button>
        </>
      }
    >
      {!isOpen && <p className="text-ink-soft">The calls of this turn, and how the state differs from theirs.</p>}
      {isOpen && error && <p className="text-bad">{error.message}</p>}
      {isOpen && !data && !error && <p role="status">Playing the expected calls …</p>}
      {isOpen && data && (
        <Refreshing busy={isPlaceholderData} className="grid gap-3">
          <section aria-label="Expected calls" className="min-w-0">
            <h3 className="mb-1 text-xs font-medium">Calls of turn {data.turn + 1}</h3>
            {data.calls.length === 0 ? (
              <p className="text-ink-soft">None: say what is missing, and call nothing.</p>
            ) : (
              <ol className="grid gap-0.5">
                {data.calls.map((call, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list of a turn never changes
                  <li key={index}>
                    <code className="text-xs break-all">{call}</code>
                  </li>
                ))}
              </ol>
            )}
          </section>
          <section aria-label="Results that are missing" className="min-w-0">
            <h3 className="mb-1 text-xs font-medium">Results not obtained yet</h3>
            {data.missingResults.length === 0 ? (
              <p className="text-good">None is missing.</p>
            ) : (
              data.missingResults.map((result, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: results may be equal
                <FoldedText key={index} text={result} name="result" className="text-xs" />
              ))
            )}
          </section>
          <section aria-label="Difference to the expected state" className="min-w-0">
            <h3 className="mb-1 text-xs font-medium">
              State <span className="font-normal text-ink-faint">− expected and missing, + there and not expected</span>
            </h3>
            {data.differences.length === 0 ? (
              <p className="text-good">As expected at the end of this turn.</p>
            ) : (
              <StateTreeView nodes={domainNodes(data.differences)} />
            )}
          </section>
        </Refreshing>
      )}
    </Panel>
  )
}
