import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { percent } from '@/components/ui/format'
import { Interval } from '@/components/ui/interval'
import { testEpisodesHref } from './board-row'

export type RepeatedRow = ApiOutput['leaderboard']['repeated'][number]

/** What several attempts at a task achieve, for rows that played each task several times. */
export function RepeatsTable({ rows }: { rows: readonly RepeatedRow[] }) {
  return (
    <TableFrame label="Several attempts at a task">
      <Table>
        <thead>
          <tr>
            <Th>Run</Th>
            <Th>Suite</Th>
            <Th numeric title="Of the requests, as the evaluation was launched">
              Temperature
            </Th>
            <Th numeric>Tasks</Th>
            <Th numeric>Repeats</Th>
            <Th numeric>k</Th>
            <Th numeric title="At least one of k attempts succeeds: 1 − C(n−c, k) ÷ C(n, k), mean over tasks">
              pass@k
            </Th>
            <Th numeric title="All of k attempts succeed: C(c, k) ÷ C(n, k), mean over tasks">
              pass^k
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) =>
            row.curve.map(({ k, any, all }) => (
              <tr key={`${row.run.id}/${row.suite}/${k}`} className="hover:bg-raised/60">
                <Td className="min-w-40">
                  <Link href={`/runs/${row.run.id}`} className="font-medium hover:underline">
                    {row.run.name}
                  </Link>{' '}
                  <span className="text-xs text-ink-faint">#{row.run.id}</span>
                </Td>
                <Td className="whitespace-nowrap">{row.suite}</Td>
                <Td numeric>{row.temperature ?? 'the server’s own'}</Td>
                <Td numeric>{row.tasks}</Td>
                <Td numeric>{row.repeats}</Td>
                <Td numeric>{k}</Td>
                {[any, all].map(({ value, interval }, index) => (
                  <Td key={index === 0 ? 'any' : 'all'} numeric className="whitespace-nowrap" title={interval.method}>
                    <Link href={testEpisodesHref(row.run.id, row)} prefetch={false} className="hover:underline">
                      {percent(value)}
                    </Link>{' '}
                    <Interval {...interval} />
                  </Td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </Table>
    </TableFrame>
  )
}
