import Link from 'next/link'
import { quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import type { Evaluation } from './evaluation-view'

const truncations: Readonly<Record<string, string>> = {
  length: 'an answer was cut for its length',
  context: 'the conversation was too long for the model',
  steps: 'it ran out of steps',
  timeout: 'it ran out of time',
}

/** What the endpoint did not answer, which counts for nothing, and what was cut short, which counts. */
export function FailuresToAnswer({ evaluation: { id, openReasons, invalid, truncated } }: { evaluation: Evaluation }) {
  const cut = Object.entries(truncated)
  return (
    <Panel
      title="Failures to answer"
      note="A play that an endpoint’s failure ended is invalid and played again, never wrong"
    >
      {openReasons.length === 0 && invalid === 0 && cut.length === 0 ? (
        <p className="text-ink-soft">None: every request was answered in the end.</p>
      ) : (
        <ul className="grid gap-1">
          {openReasons.map(({ reason, plays }) => (
            <li key={reason} className="break-words">
              <span className="font-medium tabular-nums">{quantity(plays)}</span> open: {reason}
            </li>
          ))}
          {invalid > 0 && (
            <li>
              <span className="font-medium tabular-nums">{quantity(invalid)}</span>{' '}
              <Link href={`/episodes?q=${encodeURIComponent(`run = ${id} and valid = no`)}`} className="underline">
                {invalid === 1 ? 'episode is' : 'episodes are'} invalid
              </Link>{' '}
              and counted for nothing
            </li>
          )}
          {cut.map(([reason, plays]) => (
            <li key={reason}>
              <span className="font-medium tabular-nums">{quantity(plays)}</span> cut short, which counts:{' '}
              {truncations[reason] ?? reason}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
