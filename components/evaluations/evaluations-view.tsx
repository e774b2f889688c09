'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus, Server } from 'lucide-react'
import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { useRunChanges } from '@/components/data/live'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { useSearchState } from '@/components/data/use-search-state'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { StaleNotice } from '@/components/ui/stale-notice'
import { EmptyState } from '@/components/ui/states'
import { EndpointsDialog } from './endpoints-dialog'
import { EvaluationsTable } from './evaluations-table'

interface EvaluationsViewProps {
  readonly initial: ApiOutput['evaluations']['list']
  readonly before: number | null
  readonly renderedAt: Date
}

/** Evaluations of chat endpoints, newest first, and the endpoints that they can be made of. */
export function EvaluationsView({ initial, before, renderedAt }: EvaluationsViewProps) {
  const trpc = useTRPC()
  const [query, change] = useSearchState()
  const list = useQuery(trpc.evaluations.list.queryOptions({ before }, renderedFirst(initial, renderedAt)))
  useRunChanges('any', () => void list.refetch(), 1000)
  const { evaluations, next } = list.data
  const shows = query.get('endpoints') !== null
  return (
    <div className="grid grid-cols-1 gap-4">
      {list.isError && <StaleNotice error={list.error} />}
      <div className="flex flex-wrap items-center gap-2">
        <NewEvaluation />
        <Button onClick={() => change({ endpoints: 'shown' })}>
          <Server aria-hidden />
          Endpoints
        </Button>
      </div>
      <Panel flush>
        {evaluations.length === 0 ? (
          <EmptyState title="No evaluation yet">
            Name a chat model behind an OpenAI-compatible address as an endpoint; then a new evaluation plays any suite
            against it. A checkpoint of a run needs no endpoint.
          </EmptyState>
        ) : (
          <EvaluationsTable evaluations={evaluations} />
        )}
      </Panel>
      <div className="flex gap-2">
        {before !== null && (
          <Button asChild>
            <Link href="/evaluations">Newest</Link>
          </Button>
        )}
        {next !== null && (
          <Button asChild>
            <Link href={`/evaluations?before=${next}`}>Older</Link>
          </Button>
        )}
      </div>
      {shows && <EndpointsDialog onClose={() => change({ endpoints: null })} />}
    </div>
  )
}

const NewEvaluation = () => (
  <Button asChild look="primary">
    <Link href="/evaluations/new">
      <Plus aria-hidden />
      New evaluation
    </Link>
  </Button>
)
