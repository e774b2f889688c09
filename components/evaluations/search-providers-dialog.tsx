'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/states'
import { SearchProviderForm } from './search-provider-form'
import {
  emptySearchProviderForm,
  type SearchProviderFormState,
  type StoredSearchProvider,
  searchProviderFormOf,
  searchWords,
} from './search-provider-form-state'

/** Everything that can answer web search: added and changed. */
export function SearchProvidersDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const list = useQuery(trpc.searchProviders.list.queryOptions())
  const [form, setForm] = useState<SearchProviderFormState | null>(null)
  const title = form === null ? 'Web search' : form.id === null ? 'Add a search provider' : `Change ${form.name}`
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description="What answers the searches of an evaluation: an engine, what was recorded of one, or both."
    >
      {form !== null ? (
        <SearchProviderForm key={form.id} start={form} onDone={() => setForm(null)} />
      ) : (
        <div className="grid gap-3">
          {list.isPending && <Skeleton className="h-16" />}
          {list.isError && <ErrorState title="The search providers cannot be read" message={list.error.message} />}
          {list.data?.length === 0 && (
            <EmptyState title="No search provider yet" className="py-6">
              Enter the address of a search engine, or the name of a recording.
            </EmptyState>
          )}
          <ul className="grid gap-2">
            {list.data?.map((provider) => (
              <ProviderItem
                key={provider.id}
                provider={provider}
                onEdit={() => setForm(searchProviderFormOf(provider))}
              />
            ))}
          </ul>
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>Close</Button>
            <Button look="primary" onClick={() => setForm(emptySearchProviderForm)}>
              <Plus aria-hidden />
              Add a search provider
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}

interface ProviderItemProps {
  readonly provider: StoredSearchProvider
  readonly onEdit: () => void
}

function ProviderItem({ provider: { id, name, settings, hasKey }, onEdit }: ProviderItemProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const remove = useMutation(
    trpc.searchProviders.remove.mutationOptions({
      onSuccess: () => toast.success(`${name} is removed`),
      onError: (error) => toast.error(error.message),
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.searchProviders.pathFilter()),
          queryClient.invalidateQueries(trpc.evaluations.pathFilter()),
        ]),
    }),
  )
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-md border border-line p-2">
      <span className="font-medium">{name}</span>
      {hasKey && <Badge>with key</Badge>}
      <span className="min-w-0 flex-1 break-words text-xs text-ink-soft">{searchWords(settings)}</span>
      <Button size="small" onClick={onEdit} aria-label={`Change ${name}`}>
        Change
      </Button>
      <Button
        size="small"
        look="quiet"
        disabled={remove.isPending}
        onClick={() => remove.mutate({ id })}
        aria-label={`Remove ${name}`}
      >
        Remove
      </Button>
    </li>
  )
}
