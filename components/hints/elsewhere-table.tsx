import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { quantity } from '@/components/ui/format'
import { type HintsScope, hintsHref } from './hints-scope'
import { DifferenceCell, ShareCell } from './share-cell'

type Rule = ApiOutput['hints']['ledger']['elsewhere'][number]

/** Rules that the chosen version does not have, with what followed them. */
export function ElsewhereTable({ rules, scope }: { rules: readonly Rule[]; scope: HintsScope }) {
  return (
    <TableFrame label="Rules of other sets and versions">
      <Table>
        <thead>
          <tr>
            <Th>Rule</Th>
            <Th numeric>Shown (of)</Th>
            <Th numeric>Tasks</Th>
            <Th numeric>Recovered</Th>
            <Th numeric>Turn right</Th>
            <Th numeric>Difference</Th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ id, shown, failures, tasks, recoveredWhenShown, turns }) => (
            <tr key={id}>
              <Td>
                <Link
                  href={hintsHref(`/hints/rules/${encodeURIComponent(id)}`, scope)}
                  prefetch={false}
                  className="hover:underline"
                >
                  {id}
                </Link>
              </Td>
              <Td numeric className="whitespace-nowrap">
                {quantity(shown)} <span className="text-xs text-ink-faint">({quantity(failures)})</span>
              </Td>
              <Td numeric>{quantity(tasks)}</Td>
              <Td numeric>
                <ShareCell share={recoveredWhenShown} />
              </Td>
              <Td numeric>
                <ShareCell share={turns.withHint} />
              </Td>
              <Td numeric>
                <DifferenceCell difference={turns.difference} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
