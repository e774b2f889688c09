'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTRPC } from '@/components/data/trpc'
import { Badge } from '@/components/ui/badge'
import { InputField } from '@/components/ui/field'
import { EmptyState, Skeleton } from '@/components/ui/states'
import { countOf } from '@/server/core/count-of'

interface TaskSearchProps {
  readonly suite: string
  readonly isFree: boolean
  readonly text: string
  readonly onText: (text: string) => void
  readonly onChoose: (task: string) => void
}

/** Tasks of a suite by their words; choosing one begins to play it. */
export function TaskSearch({ suite, isFree, text, onText, onChoose }: TaskSearchProps) {
  const trpc = useTRPC()
  const wanted = useDeferredValue(text)
  const { data, error } = useQuery(
    trpc.playground.tasks.queryOptions({ suite, text: wanted }, { placeholderData: (before) => before }),
  )
  return (
    <div className="grid min-w-0 gap-2">
      <div className="px-3 pt-3">
        <InputField
          label="Find a task"
          help={
            isFree
              ? 'This suite is judged by rules of its own: its tasks are played freely here, without a judgement'
              : 'By its key, its opening or a domain; the first 60 are shown'
          }
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
      {error && <p className="px-3 pb-3 text-bad">{error.message}</p>}
      {!data && !error && <Skeleton className="mx-3 mb-3 h-40" />}
      {data?.length === 0 && (
        <EmptyState title="No task has these words" className="py-6">
          Fewer words find more; the suite is chosen on the right.
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className="max-h-[34rem] overflow-y-auto border-t border-line">
          {data.map(({ key, split, partition, domains, turnCount, opening }) => (
            <li key={key} className="border-b border-line last:border-0">
              <button
                type="button"
                onClick={() => onChoose(key)}
                className="grid w-full min-w-0 gap-0.5 px-3 py-2 text-left hover:bg-raised"
              >
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <code className="font-medium">{key}</code>
                  <Badge>{split}</Badge>
                  <Badge>{partition}</Badge>
                  <span className="text-xs text-ink-faint tabular-nums">
                    {countOf(turnCount, 'turn')}, {domains.join(', ')}
                  </span>
                </span>
                <span className="line-clamp-2 text-ink-soft">{opening || 'a tool is released first'}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
