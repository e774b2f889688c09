import { TriangleAlert } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { Td } from '@/components/ui/data-table'
import type { BoardRow } from './board-row'

/** When it was measured, and below it by which environment; marked where that is not the newest row's. */
export const MeasuredCell = ({ row }: { readonly row: BoardRow }) => (
  <Td className="whitespace-nowrap py-1">
    {row.date.toISOString().slice(0, 10)}
    <span className="block text-xs leading-4 text-ink-faint">
      <code title={`Environment hash ${row.evaluationHash}`}>{row.evaluationHash.slice(0, 8)}</code>
      {row.differsOn.length > 0 && (
        <Badge
          tone="warn"
          className="ml-1"
          title={`Measured with another environment, checker or suite version than the newest row: ${row.differsOn.join(', ')}`}
        >
          <TriangleAlert aria-hidden />
          differs
        </Badge>
      )}
    </span>
  </Td>
)
