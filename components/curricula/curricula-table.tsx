import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { quantity } from '@/components/ui/format'
import { countOf } from '@/server/core/count-of'
import { curriculumHref, editHref, launchHref } from './curriculum-href'

/** Every curriculum with its newest version, and how often it was used. */
export function CurriculaTable({ curricula }: { curricula: ApiOutput['curricula']['list'] }) {
  return (
    <TableFrame label="Curricula">
      <Table>
        <thead>
          <tr>
            <Th>Curriculum</Th>
            <Th>Stages</Th>
            <Th numeric>Versions</Th>
            <Th numeric>Runs</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {curricula.map(({ name, isBuiltIn, runs, versions }) => {
            const [newest] = versions
            if (!newest) return null
            return (
              <tr key={name} className="align-top">
                <Td className="py-2">
                  <Link href={curriculumHref(name)} className="font-medium hover:underline">
                    {newest.title}
                  </Link>
                  <div className="flex items-center gap-1.5">
                    <code className="text-xs text-ink-faint">{name}</code>
                    {isBuiltIn && <Badge>comes with Envtune</Badge>}
                  </div>
                </Td>
                <Td className="min-w-48 py-2 text-ink-soft">{newest.stages.join(' → ')}</Td>
                <Td numeric className="py-2">
                  <ul className="-mx-1.5 flex flex-wrap justify-end gap-x-1">
                    {versions.map(({ version, runs: used }) => (
                      <li key={version}>
                        <Link
                          href={curriculumHref(name, version)}
                          title={used === 0 ? 'No run has used it' : `Used by ${countOf(used, 'run')}: frozen`}
                          className="inline-flex min-h-6 min-w-6 items-center justify-center tabular-nums hover:underline"
                        >
                          {version}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </Td>
                <Td numeric className="py-2">
                  {quantity(runs)}
                </Td>
                <Td className="py-1.5">
                  <div className="flex justify-end gap-1">
                    <Button asChild look="quiet" size="small">
                      <Link href={editHref(name, newest.version)} aria-label={`Edit a copy of ${newest.title}`}>
                        Edit a copy
                      </Link>
                    </Button>
                    <Button asChild look="quiet" size="small">
                      <Link href={launchHref(name, newest.version)} aria-label={`Launch with ${newest.title}`}>
                        Launch
                      </Link>
                    </Button>
                  </div>
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </TableFrame>
  )
}
