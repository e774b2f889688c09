import type { ApiOutput } from '@/components/data/api-types'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { percent, points } from '@/components/ui/format'
import { Interval } from '@/components/ui/interval'
import { pText } from '@/server/core/compare/paper-table'

export type ComparedRows = ApiOutput['leaderboard']['compare']

/** Two rows tested on the same tasks, suite by suite. */
export function RowTestsTable({ first, second, tests }: Pick<ComparedRows, 'first' | 'second' | 'tests'>) {
  return (
    <TableFrame label="Paired tests">
      <Table>
        <thead>
          <tr>
            <Th>Suite</Th>
            <Th>Measure</Th>
            <Th numeric title="Test tasks that both rows played">
              Tasks
            </Th>
            <Th numeric title={first.name}>
              #{first.id}
            </Th>
            <Th numeric title={second.name}>
              #{second.id}
            </Th>
            <Th numeric title="First minus second, in points, with the 95 % interval: paired bootstrap over dialogues">
              Difference
            </Th>
            <Th numeric title="Tasks that the first row did better on, and worse">
              Better / worse
            </Th>
            <Th>Test</Th>
            <Th numeric title="Two-sided, of this test alone">
              p
            </Th>
            <Th numeric title="Corrected for all tests of this table, after Holm">
              p, Holm
            </Th>
          </tr>
        </thead>
        <tbody>
          {tests.map((test) => (
            <tr key={`${test.suite}/${test.measure}`} className="hover:bg-raised/60">
              <Td className="whitespace-nowrap">{test.suite}</Td>
              <Td className="whitespace-nowrap">{test.measure}</Td>
              <Td numeric>{test.tasks}</Td>
              <Td numeric>{percent(test.first)}</Td>
              <Td numeric>{percent(test.second)}</Td>
              <Td numeric className="whitespace-nowrap">
                {points(test.difference)} <Interval low={test.low} high={test.high} />
              </Td>
              <Td numeric className="whitespace-nowrap">
                {test.better} / {test.worse}
              </Td>
              <Td className="whitespace-nowrap">{test.test}</Td>
              <Td numeric>{pText(test.pValue)}</Td>
              <Td numeric className={test.adjusted < 0.05 ? 'font-semibold' : undefined}>
                {pText(test.adjusted)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
