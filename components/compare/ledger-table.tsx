import type { ApiOutput } from '@/components/data/api-types'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing, percent } from '@/components/ui/format'
import { EmptyState } from '@/components/ui/states'
import type { PlainTable } from '@/server/core/tables/plain-table'
import { TableDownload } from './table-download'

type Rows = ApiOutput['compare']['ledger']

interface LedgerTableProps {
  readonly rows: Rows
  readonly runs: readonly { readonly id: number; readonly name: string }[]
}

/** Hints side by side: how often shown, and how often the agent recovered within the turn. */
export function LedgerTable({ rows, runs }: LedgerTableProps) {
  if (rows.length === 0) return <EmptyState title="No failing call yet">None of these runs recorded one.</EmptyState>
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-2 text-xs text-ink-soft">
        <p>
          Failing calls, how many of them were hinted, and the share of the hinted that was recovered within the turn.
        </p>
        <TableDownload table={plainLedger(rows, runs)} name="hints" />
      </div>
      <TableFrame label="Hints by run" className="max-h-[32rem] overflow-y-auto">
        <Table>
          <thead className="sticky top-0 bg-surface">
            <tr>
              <Th>Rule</Th>
              {runs.map(({ id, name }) => (
                <Th key={id} numeric title={name}>
                  #{id}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ rule, byRun }) => (
              <tr key={rule ?? ''} className="hover:bg-raised/60">
                <Td className="min-w-40 break-words">
                  {rule ?? <span className="text-ink-soft">no rule matched</span>}
                </Td>
                {byRun.map((count, index) => (
                  <Td key={runs[index]?.id} numeric className="whitespace-nowrap">
                    <Count count={count} />
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
    </>
  )
}

function Count({ count }: { count: Rows[number]['byRun'][number] }) {
  if (!count) return <span className="text-ink-faint">{missing}</span>
  const { failures, shown, recoveredWhenShown } = count
  return (
    <span title={`${failures} failing calls, ${shown} hinted, ${recoveredWhenShown} of these recovered`}>
      {failures.toLocaleString('en-US')}
      <span className="ml-1.5 inline-block min-w-20 text-xs text-ink-soft">
        {shown === 0 ? 'none hinted' : `${shown.toLocaleString('en-US')} → ${percent(recoveredWhenShown / shown, 0)}`}
      </span>
    </span>
  )
}

const plainLedger = (rows: Rows, runs: LedgerTableProps['runs']): PlainTable => ({
  head: ['rule', 'run', 'failures', 'shown', 'recovered', 'recovered_when_shown'],
  rows: rows.flatMap(({ rule, byRun }) =>
    byRun.flatMap((count, index) =>
      count
        ? [[rule, runs[index]?.id ?? null, count.failures, count.shown, count.recovered, count.recoveredWhenShown]]
        : [],
    ),
  ),
})
