'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { DomainStates } from './domain-states'

/** Both states whole, on request: they are not stored, the recorded calls are played again for them. */
export function WholeState({ episode, turn }: { episode: string; turn: number }) {
  const [isOpen, setOpen] = useState(false)
  const trpc = useTRPC()
  const { data, error } = useQuery(
    trpc.episodes.states.queryOptions({ episode, turn }, { enabled: isOpen, staleTime: Number.POSITIVE_INFINITY }),
  )
  return (
    <div className="min-w-0">
      <Button look="quiet" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className="-ml-2">
        {isOpen ? 'Hide the whole state' : 'Show the whole state'}
      </Button>
      {isOpen && error && <p className="text-xs text-bad">{error.message}</p>}
      {isOpen && !error && !data && (
        <p role="status" className="text-xs text-ink-faint">
          Playing the calls up to here again …
        </p>
      )}
      {isOpen && data && (
        <div className="mt-1 grid min-w-0 gap-3 rounded-md border border-line px-2.5 py-2">
          <DomainStates {...data} equal="as expected" />
        </div>
      )}
    </div>
  )
}
