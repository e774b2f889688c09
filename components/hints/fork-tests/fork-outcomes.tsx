'use client'

import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { nextLabels } from '@/components/hints/prepare-next'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/states'

type Fork = ApiOutput['forkTests']['fork']
type Outcome = Fork['outcomes'][number]

/** The arms of one fork beside each other: what each was told for the failing call, and how every repeat went on. */
export function ForkOutcomes({ test, fork, arms }: { test: number; fork: number; arms: readonly string[] }) {
  const trpc = useTRPC()
  const { data, error } = useQuery(trpc.forkTests.fork.queryOptions({ test, fork }, { staleTime: Infinity }))
  if (error) return <p className="p-3 text-bad">{error.message}</p>
  if (!data) return <Skeleton className="m-3 h-24" />
  return (
    <div className={`grid gap-px bg-line ${arms.length > 2 ? 'lg:grid-cols-3' : 'lg:grid-cols-2'}`}>
      {arms.map((label, arm) => (
        <section key={label} aria-label={label} className="min-w-0 bg-surface px-3 py-2">
          <h3 className="font-medium">{label}</h3>
          <p className={`mt-1 break-words ${data.told[arm]?.rule ? 'text-hint' : 'text-ink-soft'}`}>
            {data.told[arm]?.text}
          </p>
          <ol className="mt-2 grid gap-1.5">
            {data.outcomes
              .filter((outcome) => outcome.arm === arm)
              .map((outcome) => (
                <Repeat key={outcome.repeat} outcome={outcome} />
              ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Repeat({ outcome: { repeat, recovered, turnOk, next, steps } }: { outcome: Outcome }) {
  return (
    <li className="min-w-0 rounded-md border border-line">
      <details>
        <summary className="flex cursor-pointer flex-wrap items-center gap-1.5 px-2 py-1 text-xs text-ink-soft">
          <span className="tabular-nums">Repeat {repeat + 1}</span>
          <Badge tone={recovered ? 'good' : 'neutral'}>{recovered ? 'recovered' : 'not recovered'}</Badge>
          <Badge tone={turnOk ? 'good' : 'neutral'}>{turnOk ? 'turn right' : 'turn failed'}</Badge>
          {next !== null && <span>{nextLabels[next]}</span>}
        </summary>
        <ol className="grid gap-1 border-t border-line px-2 py-1.5 text-xs">
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps never change and have no name of their own
            <li key={index} className="min-w-0">
              {step.text !== null && (
                <p className="break-words">
                  <span className="text-ink-faint">{step.kind === 'answer' ? 'answers' : 'malformed'}: </span>
                  {step.text}
                </p>
              )}
              {step.calls.map((call, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <div key={place} className="min-w-0">
                  <code className="block break-words">{call.expression}</code>
                  <p className={`line-clamp-3 break-words ${call.failed ? 'text-bad' : 'text-ink-faint'}`}>
                    {call.failed && <span className="sr-only">failed: </span>}
                    {call.told}
                  </p>
                </div>
              ))}
            </li>
          ))}
        </ol>
      </details>
    </li>
  )
}
