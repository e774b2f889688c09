import { Badge } from '@/components/ui/badge'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { percent } from '@/components/ui/format'
import type { PublishedTable as PublishedTableData } from './published-tables'

/** A table from a paper, as published: not measured here, never ranked with our rows. */
export function PublishedTable({ table }: { table: PublishedTableData }) {
  return (
    <TableFrame label={`Published: ${table.suite}`}>
      <Table>
        <thead>
          <tr>
            <Th>Model</Th>
            <Th>Method</Th>
            {table.columns.map((column) => (
              <Th key={column} numeric>
                {column.replaceAll('_', ' ')}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={`${row.model}/${row.method}`}>
              <Td className="whitespace-nowrap">{row.model}</Td>
              <Td>
                <Badge tone={row.method === 'environment-tuning' ? 'accent' : 'neutral'}>
                  {row.method.replaceAll('-', ' ')}
                </Badge>
              </Td>
              {row.scores.map((score, index) => (
                <Td key={table.columns[index]} numeric>
                  {percent(score === null ? null : score / 100, 2)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
