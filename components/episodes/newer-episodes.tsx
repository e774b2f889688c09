'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { useRunChanges } from '@/components/data/live'
import { useTRPCClient } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import type { EpisodesViewState } from './episodes-view-state'
import { chosenIn } from './toggle-condition'

interface NewerEpisodesProps {
  readonly view: EpisodesViewState
  /** The first episode of the list; null: it is empty. */
  readonly newest: string | null
  readonly onShow: () => void
}

/** Says that a run has recorded matching episodes meanwhile. Rows never move under somebody who reads them. */
export function NewerEpisodes({ view, newest, onShow }: NewerEpisodesProps) {
  const client = useTRPCClient()
  const [change, setChange] = useState(0)
  useRunChanges(runOf(view), () => setChange((before) => before + 1), 3000)
  const { data } = useQuery({
    queryKey: ['newest episode', view, change],
    queryFn: () => client.episodes.list.query({ filter: view.filter, limit: 1 }),
    enabled: change > 0,
    placeholderData: (before) => before,
  })
  const first = data?.episodes[0]?.id ?? null
  if (first === null || first === newest) return null
  return (
    <div role="status" className="border-b border-line p-1.5 text-center">
      <Button look="quiet" size="small" onClick={onShow}>
        <ArrowUp aria-hidden />
        Show newer episodes
      </Button>
    </div>
  )
}

/** The one run that is looked at. */
function runOf({ filter }: EpisodesViewState): number | 'any' {
  const chosen = chosenIn(filter, 'run')
  const run = Number(chosen[0])
  return chosen.length === 1 && Number.isInteger(run) ? run : 'any'
}
