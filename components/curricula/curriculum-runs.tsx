import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'

interface CurriculumRunsProps {
  readonly runs: ApiOutput['curricula']['get']['runs']
  readonly version: number
}

/** The runs that used a version, newest first. */
export function CurriculumRuns({ runs, version }: CurriculumRunsProps) {
  return (
    <Panel flush title={`Runs with version ${version}`} note={runs.length === 0 ? undefined : 'Newest first'}>
      {runs.length === 0 ? (
        <EmptyState title="No run has used it" className="py-6">
          Launch one, or play its gates over another run’s series.
        </EmptyState>
      ) : (
        <TableFrame label="Runs" className="max-h-96 overflow-y-auto">
          <Table>
            <thead>
              <tr>
                <Th>Run</Th>
                <Th>Status</Th>
                <Th>Hints</Th>
                <Th>
                  <span className="sr-only">Gates</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {runs.map(({ id, name, status, archivedAt, augmentationSet: set }) => (
                <tr key={id}>
                  <Td>
                    <Link href={`/runs/${id}`} className="hover:underline">
                      <span className="text-ink-faint">#{id}</span> {name}
                    </Link>
                  </Td>
                  <Td className="text-ink-soft">
                    {status}
                    {archivedAt && ', archived'}
                  </Td>
                  <Td className="whitespace-nowrap text-ink-soft">{set ? `${set.name} ${set.version}` : 'off'}</Td>
                  <Td>
                    <Link href={`/curricula/gates?run=${id}`} className="text-xs whitespace-nowrap underline">
                      simulate gates
                    </Link>
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableFrame>
      )}
    </Panel>
  )
}
