'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTRPC, useTRPCClient } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { sessionHref } from './playground-href'
import type { ShownSession } from './playground-types'

/** Lets a chat model go on from where the session stands: one message, or the rest of the turn. */
export function EndpointPanel({ shown }: { shown: ShownSession }) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const router = useRouter()
  const { data: endpoints } = useQuery(trpc.endpoints.list.queryOptions())
  const usable = (endpoints ?? []).filter(({ archivedAt }) => archivedAt === null)
  const [chosen, setChosen] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [playing, setPlaying] = useState<AbortController | null>(null)
  const latest = useRef<AbortController | null>(null)
  // who leaves the page has stopped it
  useEffect(() => () => latest.current?.abort(), [])
  const endpoint = usable.find(({ id }) => id === chosen) ?? usable[0]

  const play = async (isWholeTurn: boolean) => {
    if (!endpoint || !shown.open) return
    const stop = new AbortController()
    latest.current = stop
    setPlaying(stop)
    setProblem(null)
    try {
      for (let session = shown.id; ; ) {
        const moved = await client.playground.endpointMove.mutate(
          { session, endpoint: endpoint.id },
          { signal: stop.signal },
        )
        router.push(sessionHref(moved.session, location.search), { scroll: false })
        if (!isWholeTurn || moved.turn !== shown.open.index) break
        session = moved.session
      }
    } catch (error) {
      if (!stop.signal.aborted) setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      setPlaying(null)
    }
  }

  return (
    <Panel title="Let an endpoint play" note="It sees the messages so far, whoever played them">
      {endpoints && !endpoint && (
        <p className="text-ink-soft">
          No chat model is configured.{' '}
          <Link href="/evaluations/new" className="underline">
            Add an OpenAI-compatible endpoint
          </Link>{' '}
          to let it play here.
        </p>
      )}
      {endpoint && (
        <div className="grid gap-3">
          <SelectField
            label="Endpoint"
            value={endpoint.id}
            disabled={playing !== null}
            onChange={(event) => setChosen(Number(event.target.value))}
          >
            {usable.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <div className="flex flex-wrap gap-2">
            <Button disabled={playing !== null || !shown.open} onClick={() => void play(false)}>
              One message
            </Button>
            <Button disabled={playing !== null || !shown.open} onClick={() => void play(true)}>
              To the end of the turn
            </Button>
            {playing && (
              <Button look="danger" onClick={() => playing.abort()}>
                Stop
              </Button>
            )}
          </div>
          <p role="status" className="text-xs text-ink-soft">
            {playing ? 'The model is writing …' : shown.open ? '' : 'The episode is over.'}
          </p>
          {problem && (
            <p role="alert" className="text-bad">
              {problem}
            </p>
          )}
        </div>
      )}
    </Panel>
  )
}
