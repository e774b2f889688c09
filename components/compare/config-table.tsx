import type { ApiOutput } from '@/components/data/api-types'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing } from '@/components/ui/format'
import { EmptyState } from '@/components/ui/states'

/** Nobody reads more of it than whether two are the same; the whole stands in its title. */
const isHash = (value: string) => /^[0-9a-f]{64}$/.test(value)

type Comparison = ApiOutput['compare']['runs']

/** The settings in which the arms differ, and nothing that they share. */
export function ConfigTable({ arms, differences }: Pick<Comparison, 'arms' | 'differences'>) {
  if (arms.length === 1)
    return <EmptyState title="One configuration">These runs differ in their seed alone.</EmptyState>
  return (
    <TableFrame label="Configuration differences" className="max-h-[32rem] overflow-y-auto">
      <Table>
        <thead className="sticky top-0 bg-surface">
          <tr>
            <Th>Setting</Th>
            {arms.map(({ key, label }) => (
              <Th key={key}>{label}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map(({ path, values }) => (
            <tr key={path}>
              <Td className="py-2 align-top font-mono text-xs break-words">{path}</Td>
              {values.map((value, index) => (
                <Td key={arms[index]?.key} className="max-w-96 py-2 align-top">
                  {value === null || value === 'null' ? (
                    <span className="text-ink-faint" title={value === null ? 'not set' : 'off'}>
                      {missing}
                    </span>
                  ) : (
                    <code className="line-clamp-3 break-words" title={value}>
                      {isHash(value) ? `${value.slice(0, 12)}…` : value}
                    </code>
                  )}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
