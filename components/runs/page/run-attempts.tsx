import type { ApiOutput } from '@/components/data/api-types'
import { Age } from '@/components/ui/age'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { duration } from '@/components/ui/format'
import { type AttemptSegment, attemptSegments } from './attempt-segments'

type Attempt = ApiOutput['runs']['get']['attempts'][number]

interface RunAttemptsProps {
  readonly attempts: readonly Attempt[]
  readonly trainingStep: number
}

/** Every try at carrying the run out: nothing that happened is overwritten. */
export function RunAttempts({ attempts, trainingStep }: RunAttemptsProps) {
  const segments = attemptSegments(attempts, trainingStep)
  return (
    <TableFrame label="Attempts">
      <Table>
        <thead>
          <tr>
            <Th>Attempt</Th>
            <Th>Status</Th>
            <Th numeric title="Those that count: a later attempt may have taken some of them again">
              Steps
            </Th>
            <Th>Started</Th>
            <Th numeric>Time</Th>
            <Th>Why it ended</Th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt, index) => (
            <tr key={attempt.id}>
              <Td className="tabular-nums">{attempt.epoch}</Td>
              <Td className="whitespace-nowrap">
                {attempt.status}
                {attempt.status === 'running' && (
                  <span className="text-ink-faint">
                    , heard <Age at={attempt.heartbeatAt} />
                  </span>
                )}
              </Td>
              <Td numeric className="whitespace-nowrap">
                {attempt.evaluates === null ? stepWords(segments[index]) : `test tasks, ${attempt.evaluates}`}
              </Td>
              <Td className="whitespace-nowrap">{attempt.startedAt.toISOString().slice(0, 19).replace('T', ' ')}</Td>
              <Td numeric className="whitespace-nowrap">
                {duration(((attempt.endedAt ?? attempt.heartbeatAt).getTime() - attempt.startedAt.getTime()) / 1000)}
              </Td>
              <Td className="min-w-60 text-ink-soft">
                {attempt.reason ?? '–'}
                {supersededWords(attempt.supersededAfter)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

const supersededWords = (after: number | null): string => {
  if (after === null) return ''
  return after < 0 ? ' What it measured was superseded.' : ` What it measured after step ${after} was superseded.`
}

const stepWords = (segment: AttemptSegment | undefined): string => {
  if (!segment) return '–'
  return segment.to > segment.from ? `${segment.from}–${segment.to}` : `from ${segment.from}`
}
