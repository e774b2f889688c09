'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/states'
import { EndpointForm } from './endpoint-form'
import { type EndpointFormState, emptyEndpointForm, endpointFormOf } from './endpoint-form-state'
import { EndpointItem } from './endpoint-item'

/** Every endpoint: added, tried, changed, archived. */
export function EndpointsDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const list = useQuery(trpc.endpoints.list.queryOptions())
  const [form, setForm] = useState<EndpointFormState | null>(null)
  const endpoints = list.data ?? []
  const title = form === null ? 'Endpoints' : form.id === null ? 'Add an endpoint' : `Change ${form.name}`
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description="Chat models behind an OpenAI-compatible address: vLLM, SGLang, Ollama, llama.cpp or hosted."
    >
      {form !== null ? (
        <EndpointForm key={form.id} start={form} onDone={() => setForm(null)} />
      ) : (
        <div className="grid gap-3">
          {list.isPending && <Skeleton className="h-16" />}
          {list.isError && <ErrorState title="The endpoints cannot be read" message={list.error.message} />}
          {list.data && endpoints.length === 0 && (
            <EmptyState title="No endpoint yet" className="py-6">
              Enter where a model is served; its key is sealed before it is stored.
            </EmptyState>
          )}
          <ul className="grid gap-2">
            {endpoints.map((endpoint) => (
              <EndpointItem key={endpoint.id} endpoint={endpoint} onEdit={() => setForm(endpointFormOf(endpoint))} />
            ))}
          </ul>
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>Close</Button>
            <Button look="primary" onClick={() => setForm(emptyEndpointForm)}>
              <Plus aria-hidden />
              Add an endpoint
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}
