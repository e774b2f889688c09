import { GitCompareArrows } from 'lucide-react'
import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { Button } from '@/components/ui/button'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing, percent, points } from '@/components/ui/format'
import { countOf } from '@/server/core/count-of'
import { writeIdList } from '@/server/core/groups/id-list'
import { MeanCell } from './mean-cell'
import type { RunsViewState } from './runs-view-state'
import { SortHeader } from './sort-header'

type Arm = ApiOutput['groups']['arms']['arms'][number]

const measures = [
  { name: 'reward', title: 'Reward', help: 'Training reward of the last batch', format: percent },
  { name: 'accuracy', title: 'Validation tasks', help: 'Task accuracy on validation tasks', format: percent },
  { name: 'test', title: 'Test turns', help: 'Turn accuracy on held-out test tasks', format: percent },
  { name: 'test-tasks', title: 'Test tasks', help: 'Task accuracy on held-out test tasks', format: percent },
  { name: 'ood', title: 'OOD turns', help: 'Turn accuracy on out-of-distribution tasks', format: percent },
  { name: 'gap', title: 'Gap', help: 'Test minus out-of-distribution, in points', format: points },
] as const

/** Runs that differ in their seed alone as one row: means with 95 % intervals over the seeds. */
export function ArmsTable({ arms, view }: { arms: readonly Arm[]; view: RunsViewState }) {
  return (
    <TableFrame label="Runs over seeds">
      <Table>
        <thead>
          <tr>
            <Th>Runs</Th>
            <Th>Seeds</Th>
            <Th>Now</Th>
            {measures.map(({ name, title, help }) => (
              <SortHeader key={name} view={view} sort={name} numeric title={`${help}; mean, 95 % interval over seeds`}>
                {title}
              </SortHeader>
            ))}
            <Th>Suite</Th>
            <Th>Hints</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {arms.map((arm) => (
            <tr key={arm.configKey} className="hover:bg-raised/60">
              <Td className="max-w-80 min-w-44">
                <Link href={`/groups?runs=${writeIdList(arm.ids)}`} className="font-medium break-words hover:underline">
                  {arm.name}
                </Link>{' '}
                <span className="text-xs whitespace-nowrap text-ink-faint tabular-nums">
                  {countOf(arm.runs, 'run')}
                </span>
              </Td>
              <Td className="whitespace-nowrap tabular-nums">{isElsewhere(arm) ? missing : seedsText(arm.seeds)}</Td>
              <Td className="text-xs whitespace-nowrap text-ink-soft">{statusText(arm.statuses)}</Td>
              {measures.map(({ name, format }) => (
                <Td key={name} numeric className="whitespace-nowrap">
                  <MeanCell mean={arm.means[name]} format={format} />
                </Td>
              ))}
              <Td className="whitespace-nowrap">{arm.suite ?? missing}</Td>
              <Td className="whitespace-nowrap">
                {arm.augmentation ?? <span className="text-ink-faint">{isElsewhere(arm) ? missing : 'off'}</span>}
              </Td>
              <Td className="text-right">
                <Button asChild look="quiet" size="small">
                  <Link href={`/compare?runs=${writeIdList(arm.ids)}`} aria-label={`Compare the runs of ${arm.name}`}>
                    <GitCompareArrows aria-hidden />
                    Compare
                  </Link>
                </Button>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

/** Without a suite nothing was launched here: it has no seed, and nobody chose its hints. */
const isElsewhere = ({ suite }: Arm) => suite === null

const mostSeeds = 6

const seedsText = (seeds: readonly number[]): string =>
  seeds.length > mostSeeds ? `${seeds.slice(0, mostSeeds).join(', ')} … (${seeds.length})` : seeds.join(', ')

const statusText = (statuses: Arm['statuses']): string =>
  Object.entries(statuses)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ')
