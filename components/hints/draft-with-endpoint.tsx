'use client'

import { useQuery } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/control'

interface DraftWithEndpointProps {
  /** What the buttons stand for, e.g. "fit_part part_unknown". */
  readonly about: string
  /** Asks the endpoint; whoever stops waiting aborts the signal. */
  readonly ask: (endpoint: number, signal: AbortSignal) => Promise<void>
}

/** Lets a chat model draft a rule: which one, asking and stopping, what became of it. */
export function DraftWithEndpoint({ about, ask }: DraftWithEndpointProps) {
  const trpc = useTRPC()
  const { data: endpoints } = useQuery(trpc.endpoints.list.queryOptions())
  const usable = (endpoints ?? []).filter(({ archivedAt }) => archivedAt === null)
  const [chosen, setChosen] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [asking, setAsking] = useState<AbortController | null>(null)
  const latest = useRef<AbortController | null>(null)
  // who leaves the page has stopped it
  useEffect(() => () => latest.current?.abort(), [])
  const endpoint = usable.find(({ id }) => id === chosen) ?? usable[0]
  if (!endpoints) return null
  if (!endpoint)
    return (
      <p className="text-xs text-ink-soft">
        A chat model could draft one:{' '}
        <Link href="/evaluations/new" className="underline">
          add an OpenAI-compatible endpoint
        </Link>
        .
      </p>
    )
  const start = async () => {
    const stop = new AbortController()
    latest.current = stop
    setAsking(stop)
    setProblem(null)
    try {
      await ask(endpoint.id, stop.signal)
    } catch (error) {
      if (!stop.signal.aborted) setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      setAsking(null)
    }
  }
  return (
    <div className="grid min-w-0 gap-1">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        {usable.length > 1 && (
          <Select
            aria-label={`Endpoint that drafts a rule for ${about}`}
            value={endpoint.id}
            disabled={asking !== null}
            onChange={(event) => setChosen(Number(event.target.value))}
            className="h-7 max-w-56 text-xs"
          >
            {usable.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <Button
          size="small"
          disabled={asking !== null}
          className="max-w-full min-w-0 shrink"
          onClick={() => void start()}
        >
          <Sparkles aria-hidden />
          <span className="truncate">Draft with {endpoint.name}</span>
        </Button>
        {asking && (
          <Button size="small" look="danger" onClick={() => asking.abort()}>
            Stop
          </Button>
        )}
        <span role="status" className="text-xs text-ink-soft">
          {asking ? 'The model is writing …' : ''}
        </span>
      </div>
      {problem && (
        <p role="alert" className="text-xs break-words text-bad">
          {problem}
        </p>
      )}
    </div>
  )
}
