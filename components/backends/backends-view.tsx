'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { StaleNotice } from '@/components/ui/stale-notice'
import { EmptyState } from '@/components/ui/states'
import { useNow } from '@/components/ui/use-now'
import { BackendDialog } from './backend-dialog'
import { type BackendFormState, emptyForm, formOf } from './backend-form-state'
import { ClusterPanel } from './cluster-panel'

interface BackendsViewProps {
  readonly initial: ApiOutput['backends']['list']
  readonly renderedAt: Date
}

/** Every backend, looked at again while the page is open. */
export function BackendsView({ initial, renderedAt }: BackendsViewProps) {
  const trpc = useTRPC()
  const query = useQuery(
    trpc.backends.list.queryOptions(undefined, { ...renderedFirst(initial, renderedAt), refetchInterval: 5000 }),
  )
  const [form, setForm] = useState<BackendFormState | null>(null)
  const [withArchived, setWithArchived] = useState(false)
  const now = useNow(renderedAt, 2000)
  const { clusters, local, usual } = query.data
  const add = () => setForm(emptyForm(window.location.hostname, usual))
  const archived = clusters.filter(({ archivedAt }) => archivedAt !== null).length
  const shown = withArchived ? clusters : clusters.filter(({ archivedAt }) => archivedAt === null)
  const addButton = (
    <Button look="primary" onClick={add}>
      <Plus aria-hidden />
      Add a cluster
    </Button>
  )
  return (
    <div className="grid grid-cols-1 gap-4">
      {query.isError && <StaleNotice error={query.error} />}
      {(shown.length > 0 || archived > 0) && (
        <div className="flex flex-wrap items-center gap-2">
          {shown.length > 0 && addButton}
          {archived > 0 && (
            <Button look="quiet" onClick={() => setWithArchived(!withArchived)} aria-pressed={withArchived}>
              {withArchived ? 'Hide archived' : `Show ${archived} archived`}
            </Button>
          )}
        </div>
      )}
      {shown.map((cluster) => (
        <ClusterPanel key={cluster.id} cluster={cluster} now={now} onEdit={() => setForm(formOf(cluster))} />
      ))}
      {shown.length === 0 && (
        <Panel title="Ray clusters">
          <EmptyState title="No cluster yet" action={addButton}>
            Enter the address of a Ray head to train a language model with verl or TRL in the same environment.
          </EmptyState>
        </Panel>
      )}
      <Panel
        title={
          <span className="flex flex-wrap items-center gap-2">
            This machine{' '}
            <Badge tone={local.hasWorker ? 'good' : 'bad'}>{local.hasWorker ? 'worker alive' : 'no worker'}</Badge>
          </span>
        }
        note="The built-in CPU policy, trained by a process beside the worker"
      >
        <p>
          {local.activeRuns === 0
            ? 'No run is'
            : local.activeRuns === 1
              ? 'One run is'
              : `${local.activeRuns} runs are`}{' '}
          queued or running here.
          {!local.hasWorker && (
            <>
              {' '}
              Nothing is carried out until Envtune is started with <code>npm start</code>.
            </>
          )}
        </p>
      </Panel>
      {form && <BackendDialog start={form} onClose={() => setForm(null)} />}
    </div>
  )
}
