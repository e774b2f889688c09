import { TableExport } from '@/components/compare/table-export'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { rowTestsNumbers, rowTestsTable } from './row-tests-export'
import { type ComparedRows, RowTestsTable } from './row-tests-table'

/** The paired tests of two rows, and what to know of them. */
export function RowTests({ compared }: { compared: ComparedRows }) {
  const { first, second, tests } = compared
  const title = `${first.name} #${first.id} against ${second.name} #${second.id}`
  if (tests.length === 0)
    return (
      <Panel title="Paired tests">
        <EmptyState title="They share no task">Evaluate both on the same suite to compare them.</EmptyState>
      </Panel>
    )
  return (
    <Panel
      flush
      title="Paired tests"
      note="McNemar takes tasks as independent and looks at the first repeat; near a threshold trust the interval and the sign flip, which keep a dialogue’s tasks and all repeats together"
      actions={
        <TableExport
          table={rowTestsTable(compared)}
          numbers={rowTestsNumbers(compared)}
          caption={`${title}: paired tests on the same test tasks; p-values two-sided, corrected after Holm.`}
          name={`rows-${first.id}-${second.id}`}
        />
      }
    >
      <RowTestsTable first={first} second={second} tests={tests} />
    </Panel>
  )
}
