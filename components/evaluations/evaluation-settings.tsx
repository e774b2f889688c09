import Link from 'next/link'
import type { ReactNode } from 'react'
import { serverNames } from '@/components/backends/server-names'
import { missing } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import type { Evaluation } from './evaluation-view'
import { sampledAt } from './sampled-at'
import { searchWords } from './search-provider-form-state'

type Row = readonly [string, ReactNode]

/** Who was evaluated, and how it was asked. */
export function EvaluationSettings({ evaluation }: { evaluation: Evaluation }) {
  const rows: readonly Row[] = [
    ...checkpointRows(evaluation),
    ...endpointRows(evaluation),
    ['Environment hash', evaluation.evaluationHash.slice(0, 12)],
  ]
  return (
    <Panel title="Settings" note="As they were when it was launched">
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-1">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-faint">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function checkpointRows({ checkpoint, model, base }: Evaluation): Row[] {
  if (!checkpoint) return []
  const run = (
    <Link href={`/runs/${checkpoint.run}`} className="hover:underline">
      {checkpoint.runName} #{checkpoint.run}
    </Link>
  )
  const untrained = base !== null && (
    <Link href={`/evaluations/${base}`} className="hover:underline">
      evaluation #{base}
    </Link>
  )
  return [
    ['Policy of', run],
    ['Checkpoint', checkpoint.label],
    ['Model', model],
    ['Plays', sampledAt(checkpoint.temperature)],
    ...servedRows(checkpoint.served, model),
    ...(untrained ? [['Untrained policy', untrained] as const] : []),
  ]
}

function servedRows(served: NonNullable<Evaluation['checkpoint']>['served'], name: string): Row[] {
  if (!served) return []
  const { server, model, contextLength } = served.model
  return [
    ['Served by', `${serverNames[server]} on ${served.cluster}`],
    ...(model === name ? [] : [['Weights', model] as const]),
    ['Message format', formatWords(served.format)],
    ['Most tokens of an answer', String(served.maxTokens)],
    ...(server === 'transformers' ? [] : [['Most tokens of a conversation', String(contextLength)] as const]),
  ]
}

const formatWords = (format: 'native' | 'tagged'): string =>
  format === 'native' ? 'native tool calling' : 'tagged text'

function endpointRows({ settings, endpoint, simulator, search }: Evaluation): Row[] {
  if (!settings) return []
  return [
    ['Endpoint', endpoint?.name ?? missing],
    ['Address', settings.baseUrl],
    ['Model', settings.model],
    ['Message format', formatWords(settings.format)],
    ['Temperature', settings.temperature === null ? 'the server’s own' : String(settings.temperature)],
    ['Most tokens of an answer', settings.maxTokens === null ? 'the server’s own' : String(settings.maxTokens)],
    ['Requests at a time', String(settings.concurrency)],
    ['Requests a minute', settings.requestsPerMinute === null ? 'no limit' : String(settings.requestsPerMinute)],
    ['Time-out of an answer', `${settings.timeoutSeconds} s`],
    ['Retries of a request', String(settings.retries)],
    ['User played by', simulator?.name ?? missing],
    ...(search ? [['Web search', `${search.name}: ${searchWords(search.settings)}`] as const] : []),
  ]
}
