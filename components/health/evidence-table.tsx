import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { formatFigure } from '@/server/core/health/format-figure'
import type { Evidence } from '@/server/core/health/health-rule'

/** The figures that a rule looked at, each with the steps and values that it was made of. */
export function EvidenceTable({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <TableFrame label="The values that fired it">
      <Table>
        <thead>
          <tr>
            <Th>Figure</Th>
            <Th numeric>Value</Th>
            <Th>Made of (step: value)</Th>
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ label, unit, value, points }) => (
            <tr key={label}>
              <Td className="min-w-40">{label}</Td>
              <Td numeric className="whitespace-nowrap">
                {formatFigure(value, unit)}
              </Td>
              <Td className="min-w-48 text-ink-soft tabular-nums">
                {points.map(([step, one]) => `${step}: ${formatFigure(one, unit)}`).join(', ')}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
