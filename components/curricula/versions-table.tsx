import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { Age } from '@/components/ui/age'
import { Badge } from '@/components/ui/badge'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { Panel } from '@/components/ui/panel'
import { curriculumHref } from './curriculum-href'

interface VersionsTableProps {
  readonly name: string
  readonly shown: number
  readonly versions: ApiOutput['curricula']['get']['versions']
}

/** The versions of a curriculum, each with what makes it another than the one that is shown. */
export function VersionsTable({ name, shown, versions }: VersionsTableProps) {
  return (
    <Panel flush title="Versions" note="A version never changes; one that a run has used cannot be deleted either">
      <TableFrame label="Versions">
        <Table>
          <thead>
            <tr>
              <Th>Version</Th>
              <Th>Saved</Th>
              <Th numeric>Stages</Th>
              <Th numeric>Runs</Th>
              <Th>
                <span className="sr-only">Difference</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ version, createdAt, stages, runs }) => (
              <tr key={version} aria-current={version === shown ? 'true' : undefined}>
                <Td className="tabular-nums">
                  <Link href={curriculumHref(name, version)} className="hover:underline">
                    {version}
                  </Link>
                </Td>
                <Td className="whitespace-nowrap text-ink-soft">
                  <Age at={createdAt} />
                </Td>
                <Td numeric>{stages.length}</Td>
                <Td numeric>{runs}</Td>
                <Td>
                  {version === shown ? (
                    <Badge tone="accent">shown</Badge>
                  ) : (
                    <Link
                      href={`${curriculumHref(name, shown)}&against=${version}#difference`}
                      className="text-xs whitespace-nowrap underline"
                    >
                      compare with {shown}
                    </Link>
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
    </Panel>
  )
}
