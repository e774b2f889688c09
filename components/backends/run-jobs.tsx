import type { ApiOutput } from '@/components/data/api-types'
import { Badge, type Tone } from '@/components/ui/badge'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { duration } from '@/components/ui/format'

type Job = ApiOutput['backends']['ofRun']['jobs'][number]

const tones: Readonly<Record<string, Tone>> = {
  running: 'accent',
  pending: 'warn',
  submitting: 'warn',
  stopping: 'warn',
  succeeded: 'good',
  stopped: 'neutral',
  failed: 'bad',
  lost: 'bad',
}

interface RunJobsProps {
  readonly jobs: readonly Job[]
  readonly nameOf: (stage: number) => string
  /** What `nameOf` names. */
  readonly what?: string
}

/** A run's jobs: what the cluster was asked for, how long it waited, how it ended. */
export function RunJobs({ jobs, nameOf, what = 'Stage' }: RunJobsProps) {
  return (
    <TableFrame label="Jobs of this run">
      <Table>
        <thead>
          <tr>
            <Th numeric>Attempt</Th>
            <Th>{what}</Th>
            <Th>State</Th>
            <Th numeric>GPUs</Th>
            <Th numeric>Waited</Th>
            <Th numeric>Ran</Th>
            <Th>Job</Th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.submissionId}>
              <Td numeric>{job.epoch}</Td>
              <Td className="whitespace-nowrap">
                {job.stage === null ? `test tasks, ${job.evaluates}` : nameOf(job.stage)}
              </Td>
              <Td className="min-w-48">
                <Badge tone={tones[job.status] ?? 'neutral'}>{job.status === 'pending' ? 'waiting' : job.status}</Badge>
                {job.reason && (
                  <span className="block max-w-prose whitespace-pre-line break-words text-xs text-ink-soft">
                    {job.reason}
                  </span>
                )}
              </Td>
              <Td numeric>{job.gpus}</Td>
              <Td numeric className="whitespace-nowrap">
                {between(job.submittedAt, job.startedAt ?? job.endedAt)}
              </Td>
              <Td numeric className="whitespace-nowrap">
                {job.startedAt ? between(job.startedAt, job.endedAt) : '–'}
              </Td>
              <Td className="break-all text-xs text-ink-soft">{job.submissionId}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

const between = (from: Date, to: Date | null): string =>
  to ? duration((to.getTime() - from.getTime()) / 1000) : 'until now'
