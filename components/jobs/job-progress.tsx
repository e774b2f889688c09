import { Td } from '@/components/ui/data-table'
import { quantity } from '@/components/ui/format'
import { ProgressBar } from '@/components/ui/progress-bar'

interface JobProgressProps {
  /** Of what, for those who do not see the bar. */
  readonly name: string
  readonly done: number
  readonly total: number
}

/** How far a job is, as a cell of its row. */
export function JobProgress({ name, done, total }: JobProgressProps) {
  return (
    <Td className="whitespace-nowrap tabular-nums">
      <span className="flex items-center gap-2">
        <ProgressBar share={total === 0 ? 0 : done / total} label={`Progress of ${name}`} className="w-20" />
        <span className="text-xs text-ink-soft">
          {quantity(done)} of {quantity(total)}
        </span>
      </span>
    </Td>
  )
}
