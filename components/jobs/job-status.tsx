import { Ban, CircleCheck, CircleDashed, CircleDot, LoaderCircle, OctagonPause } from 'lucide-react'
import type { ApiOutput } from '@/components/data/api-types'
import { Badge, type Tone } from '@/components/ui/badge'

/** The status of what the worker carries out beside runs: evaluations and fork tests. */
export type JobStatusName = ApiOutput['evaluations']['get']['status'] | ApiOutput['forkTests']['get']['status']

const looks = {
  queued: { icon: CircleDashed, tone: 'neutral', label: 'queued' },
  running: { icon: LoaderCircle, tone: 'accent', label: 'running' },
  stopping: { icon: OctagonPause, tone: 'warn', label: 'cancelling' },
  stopped: { icon: Ban, tone: 'neutral', label: 'cancelled' },
  finished: { icon: CircleCheck, tone: 'good', label: 'finished' },
  // a failure is no result: what was not played is open, not wrong
  failed: { icon: CircleDot, tone: 'bad', label: 'incomplete' },
} as const satisfies Record<JobStatusName, { icon: unknown; tone: Tone; label: string }>

export function JobStatus({ status }: { status: JobStatusName }) {
  const { icon: Icon, tone, label } = looks[status]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  )
}

/** Nothing more happens to it by itself. */
export const hasEnded = (status: JobStatusName): boolean =>
  status === 'finished' || status === 'stopped' || status === 'failed'
