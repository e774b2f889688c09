import { TableExport } from '@/components/compare/table-export'
import { Badge } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import { PublishedTable } from './published-table'
import { type PublishedTable as PublishedTableData, publishedPlain } from './published-tables'

/** A paper's table with where it comes from. */
export function Published({ table }: { readonly table: PublishedTableData }) {
  return (
    <Panel
      flush
      title={
        <span className="flex flex-wrap items-center gap-2">
          {table.suite} <Badge tone="warn">published, not measured here</Badge>
        </span>
      }
      actions={
        <TableExport
          table={publishedPlain(table)}
          numbers={publishedPlain(table)}
          caption={`${table.suite}, percent, as published in arXiv 2510.10197; not measured here.`}
          name={`published-${table.suite}`}
        />
      }
      note="From arXiv 2510.10197. Prompt format, draw of tasks and tool versions differ from ours: not ranked together."
    >
      <PublishedTable table={table} />
    </Panel>
  )
}
