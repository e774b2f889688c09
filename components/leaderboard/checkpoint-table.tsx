import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { percent, points, quantity } from '@/components/ui/format'
import { Interval } from '@/components/ui/interval'
import type { BoardRow } from './board-row'
import { checkpointHref } from './checkpoint-href'
import { EpisodesLink } from './episodes-link'

interface CheckpointTableProps {
  readonly row: BoardRow
  readonly onHide: () => void
}

/** A run's checkpoints from untrained to final, in and out of distribution; each opens its tasks. */
export function CheckpointTable({ row: { run, path }, onHide }: CheckpointTableProps) {
  return (
    <div className="min-w-0 flex-1 basis-80">
      <div className="flex flex-wrap items-center gap-2 pb-1">
        <h3 className="min-w-0 flex-1 font-medium">
          Checkpoints of{' '}
          <Link href={`/runs/${run.id}`} className="hover:underline">
            {run.name} #{run.id}
          </Link>
        </h3>
        <Button size="small" look="quiet" onClick={onHide}>
          Hide the line
        </Button>
      </div>
      <TableFrame label={`Checkpoints of ${run.name}`}>
        <Table>
          <thead>
            <tr>
              <Th>Checkpoint</Th>
              <Th numeric>Step</Th>
              <Th numeric title="Turn accuracy in distribution, 95 % interval: bootstrap over dialogues">
                In
              </Th>
              <Th numeric title="Turn accuracy out of distribution, all other suites pooled">
                Out
              </Th>
              <Th numeric title="In minus out of distribution, in points; bootstrap over dialogues">
                Gap
              </Th>
            </tr>
          </thead>
          <tbody>
            {path.map((point) => (
              <tr key={point.point}>
                <Td>
                  <EpisodesLink href={checkpointHref(run.id, point.step)}>{point.label}</EpisodesLink>
                </Td>
                <Td numeric>{quantity(point.step)}</Td>
                <Td numeric className="whitespace-nowrap">
                  {percent(point.turn)} <Interval low={point.turnLow} high={point.turnHigh} />
                </Td>
                <Td numeric>{percent(point.turn - point.gap)}</Td>
                <Td numeric className="whitespace-nowrap">
                  {points(point.gap)} <Interval low={point.gapLow} high={point.gapHigh} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
    </div>
  )
}
