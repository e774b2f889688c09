'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { StoredEndpoint } from './endpoint-form-state'
import { EndpointTestResult } from './endpoint-test-result'

interface EndpointItemProps {
  readonly endpoint: StoredEndpoint
  readonly onEdit: () => void
}

export function EndpointItem({ endpoint: { id, name, settings, hasKey, archivedAt }, onEdit }: EndpointItemProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const onError = (error: { message: string }) => toast.error(error.message)
  const test = useMutation(trpc.endpoints.test.mutationOptions({ onError }))
  const archive = useMutation(
    trpc.endpoints.archive.mutationOptions({
      onError,
      onSettled: () => queryClient.invalidateQueries(trpc.endpoints.pathFilter()),
    }),
  )
  const archived = archivedAt !== null
  const hasPrice = settings.inputPrice !== null && settings.outputPrice !== null
  return (
    <li className="rounded-md border border-line p-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{name}</span>
        <Badge>{settings.format === 'native' ? 'native calls' : 'tagged text'}</Badge>
        {hasKey && <Badge>with key</Badge>}
        {archived && <Badge tone="warn">archived</Badge>}
      </div>
      <p className="mt-0.5 break-words text-xs text-ink-soft">
        {settings.model} at {settings.baseUrl},{' '}
        {hasPrice ? `$${settings.inputPrice} in, $${settings.outputPrice} out a million tokens` : 'no price'}
      </p>
      {test.data && <EndpointTestResult result={test.data} />}
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button size="small" disabled={test.isPending} onClick={() => test.mutate({ id })} aria-label={`Test ${name}`}>
          {test.isPending ? 'Testing…' : 'Test'}
        </Button>
        <Button size="small" onClick={onEdit} aria-label={`Change ${name}`}>
          Change
        </Button>
        <Button
          size="small"
          look="quiet"
          disabled={archive.isPending}
          onClick={() => archive.mutate({ id, archived: !archived })}
          aria-label={`${archived ? 'Bring back' : 'Archive'} ${name}`}
        >
          {archived ? 'Bring back' : 'Archive'}
        </Button>
      </div>
    </li>
  )
}
