import { missing } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import type { Evaluation } from './evaluation-view'

/** How the endpoint was asked. */
export function EvaluationSettings({ evaluation }: { evaluation: Evaluation }) {
  const { settings, endpoint, simulator, evaluationHash } = evaluation
  const rows: readonly (readonly [string, string])[] = [
    ['Endpoint', endpoint.name],
    ['Address', settings.baseUrl],
    ['Model', settings.model],
    ['Message format', settings.format === 'native' ? 'native tool calling' : 'tagged text'],
    ['Temperature', settings.temperature === null ? 'the server’s own' : String(settings.temperature)],
    ['Most tokens of an answer', settings.maxTokens === null ? 'the server’s own' : String(settings.maxTokens)],
    ['Requests at a time', String(settings.concurrency)],
    ['Requests a minute', settings.requestsPerMinute === null ? 'no limit' : String(settings.requestsPerMinute)],
    ['Time-out of an answer', `${settings.timeoutSeconds} s`],
    ['Retries of a request', String(settings.retries)],
    ['User played by', simulator?.name ?? missing],
    ['Environment hash', evaluationHash.slice(0, 12)],
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
