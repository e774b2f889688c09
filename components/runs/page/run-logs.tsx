'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useRunChanges } from '@/components/data/live'
import { useTRPCClient } from '@/components/data/trpc'
import { useSerial } from '@/components/data/use-serial'
import { EmptyState, Skeleton } from '@/components/ui/states'
import { countOf } from '@/server/core/count-of'

type Chunk = ApiOutput['runs']['logs']['chunks'][number]

/** The run's log with follow and search; only new chunks are fetched. */
export function RunLogs({ run }: { run: number }) {
  const client = useTRPCClient()
  const [chunks, setChunks] = useState<readonly Chunk[] | null>(null)
  const [find, setFind] = useState('')
  const [follow, setFollow] = useState(true)
  const next = useRef('0')
  const box = useRef<HTMLDivElement>(null)

  const fetchMore = useSerial(
    useCallback(async () => {
      for (let more = true; more; ) {
        const page = await client.runs.logs.query({ run, after: next.current })
        next.current = page.next
        more = page.more
        setChunks((before) => [...(before ?? []), ...page.chunks])
      }
    }, [run, client]),
  )

  useEffect(fetchMore, [fetchMore])
  useRunChanges(run, fetchMore, 1000)
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when chunks arrive
  useEffect(() => {
    if (follow && box.current) box.current.scrollTop = box.current.scrollHeight
  }, [chunks, follow])

  const wanted = find.toLowerCase()
  const lines = (chunks ?? []).flatMap(({ id, at, text }) =>
    text
      .split('\n')
      .filter((line) => line !== '' && line.toLowerCase().includes(wanted))
      .map((line, index) => ({ key: `${id}/${index}`, at, line })),
  )
  return (
    <div>
      <div className="flex flex-wrap items-center gap-3 border-b border-line p-2">
        <input
          aria-label="Find in the log"
          placeholder="Find in the log"
          value={find}
          onChange={(event) => setFind(event.target.value)}
          className="h-8 w-full rounded-md border border-line-strong bg-surface px-2 placeholder:text-ink-faint sm:w-64"
        />
        <label className="flex items-center gap-1.5 text-xs">
          <input
            type="checkbox"
            checked={follow}
            onChange={(event) => setFollow(event.target.checked)}
            className="accent-accent"
          />
          Follow
        </label>
        <span className="text-xs text-ink-faint tabular-nums">{countOf(lines.length, 'line')}, times in UTC</span>
      </div>
      {chunks === null ? (
        <div className="grid gap-2 p-3">
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-4 w-1/2" />
        </div>
      ) : lines.length === 0 ? (
        <EmptyState title={find ? 'No line matches' : 'The log is empty'} />
      ) : (
        <div
          ref={box}
          role="log"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions need a tab stop
          tabIndex={0}
          aria-label="Log"
          className="max-h-[70vh] overflow-auto p-3 font-mono text-xs leading-5 whitespace-pre-wrap"
        >
          {lines.map(({ key, at, line }) => (
            <div key={key} className="pl-[calc(8ch+0.75rem)] -indent-[calc(8ch+0.75rem)]">
              <span className="mr-3 text-ink-faint select-none">{at.toISOString().slice(11, 19)}</span>
              {line}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
