'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/states'
import type { HintsScope } from './hints-scope'
import { nextLabels } from './prepare-next'

type Example = ApiOutput['hints']['examples'][number]
type Of = { readonly rule: string } | { readonly domain: string; readonly tool: string; readonly code: string }

/** Recorded failing calls with what came back and what followed; each leads to its step. */
export function FailureExamples({ of, scope }: { of: Of; scope: HintsScope }) {
  const trpc = useTRPC()
  const { data, error } = useQuery(trpc.hints.examples.queryOptions({ of, ...scope }))
  if (error) return <p className="p-3 text-bad">{error.message}</p>
  if (!data) return <Skeleton className="m-3 h-16" />
  if (data.length === 0) return <p className="p-3 text-ink-soft">The recorded examples are gone.</p>
  return (
    <ul className="grid gap-px bg-line">
      {data.map((example) => (
        <li key={example.id} className="min-w-0 bg-surface px-3 py-2">
          <ExampleHead example={example} />
          <code className="mt-1 block break-words">{example.expression}</code>
          <p className="mt-0.5 break-words text-ink-soft">{example.standard}</p>
          {example.hinted !== null && <p className="mt-0.5 break-words text-hint">{example.hinted}</p>}
        </li>
      ))}
    </ul>
  )
}

function ExampleHead({ example }: { example: Example }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-faint">
      <Link
        href={stepHref(example)}
        prefetch={false}
        className="font-medium text-accent hover:underline"
        title="Open the step in which the call failed"
      >
        episode {example.episode}, step {example.step + 1}
      </Link>
      <span>
        run #{example.run}, training step {example.trainingStep}, task {example.task}
      </span>
      {example.shown && <Badge tone="hint">hint shown</Badge>}
      <span>{example.next === null ? '' : `next: ${nextLabels[example.next]}`}</span>
      <Badge tone={example.turnOk ? 'good' : 'neutral'}>{example.turnOk ? 'turn right' : 'turn failed'}</Badge>
    </p>
  )
}

/** The step's own place on the page of its episode. */
export const stepHref = ({ episode, step }: { readonly episode: string; readonly step: number }): string =>
  `/episodes/${episode}#step-${step + 1}`
