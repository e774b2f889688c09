import Link from 'next/link'
import { sampledAt } from '@/components/evaluations/sampled-at'
import { Badge } from '@/components/ui/badge'
import { Td } from '@/components/ui/data-table'
import type { BoardRow } from './board-row'
import { EndpointBadge } from './endpoint-badge'

/** Who was measured, and below it how it came about. */
export const RunCell = ({ row }: { readonly row: BoardRow }) => (
  <Td className="min-w-44 py-1">
    <Link href={`/runs/${row.run.id}`} className="font-medium hover:underline">
      {row.run.name}
    </Link>{' '}
    <span className="text-xs text-ink-faint">#{row.run.id}</span>
    <span className="mt-0.5 flex flex-wrap gap-1">
      {row.endpoint && <EndpointBadge endpoint={row.endpoint} />}
      {row.checkpoint && <CheckpointBadge checkpoint={row.checkpoint} />}
      {!row.endpoint && !row.checkpoint && (
        <Badge
          tone={row.hints ? 'hint' : 'neutral'}
          title={row.hints ? `Trained with the hints ${row.hints}` : undefined}
        >
          {row.hints ?? 'no hints'}
        </Badge>
      )}
      {row.reward !== 'stage' && <Badge>{row.reward}</Badge>}
      {row.credit === 'paper' && <Badge>whole trajectories</Badge>}
      {row.credit === 'supervised' && <Badge>supervised</Badge>}
    </span>
  </Td>
)

const CheckpointBadge = ({ checkpoint }: { readonly checkpoint: NonNullable<BoardRow['checkpoint']> }) => (
  <Badge
    tone="accent"
    title={`${checkpoint.runName} #${checkpoint.run}, ${checkpoint.label}, ${sampledAt(checkpoint.temperature)}`}
  >
    checkpoint of #{checkpoint.run}
  </Badge>
)
