import { Ban, CircleCheck, CircleDashed, CircleDot, LoaderCircle, OctagonPause } from 'lucide-react'
import type { ApiOutput } from '@/components/data/api-types'
import { Badge, type Tone } from '@/components/ui/badge'

type Status = ApiOutput['forkTests']['get']['status']

const looks = {
  queued: { icon: CircleDashed, tone: 'neutral', label: 'queued' },
  running: { icon: LoaderCircle, tone: 'accent', label: 'running' },
  stopping: { icon: OctagonPause, tone: 'warn', label: 'cancelling' },
  stopped: { icon: Ban, tone: 'neutral', label: 'cancelled' },
  finished: { icon: CircleCheck, tone: 'good', label: 'finished' },
  failed: { icon: CircleDot, tone: 'bad', label: 'incomplete' },
} as const satisfies Record<Status, { icon: unknown; tone: Tone; label: string }>

export function ForkTestStatus({ status }: { status: Status }) {
  const { icon: Icon, tone, label } = looks[status]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  )
}

/** Nothing more happens to it by itself. */
export const hasEnded = (status: Status): boolean =>
  status === 'finished' || status === 'stopped' || status === 'failed'
