import type { ApiOutput } from '@/components/data/api-types'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { quantity } from '@/components/ui/format'
import { ShareCell } from './share-cell'

interface RulePartsTableProps {
  /** What the rows are. */
  readonly name: string
  readonly parts: ApiOutput['hints']['rule']['byStage']
}

/** Of figures with their intervals: the head takes two lines. */
const narrow = 'w-24 whitespace-normal leading-4'

/** A rule's counts in parts: by stage, or by tool. */
export function RulePartsTable({ name, parts }: RulePartsTableProps) {
  return (
    <TableFrame label={`By ${name.toLowerCase()}`}>
      <Table>
        <thead>
          <tr>
            <Th>{name}</Th>
            <Th numeric>Shown (of)</Th>
            <Th numeric>Recovered</Th>
            <Th numeric className={narrow}>
              Recovered without
            </Th>
            <Th numeric title="Wilson intervals: turns of one task are alike, so these are too narrow">
              Turn right
            </Th>
            <Th numeric className={narrow}>
              Turn right without
            </Th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={`${part.name} ${part.detail}`}>
              <Td className="min-w-36">
                {part.name}
                {part.detail !== null && <span className="block text-xs text-ink-faint">{part.detail}</span>}
              </Td>
              <Td numeric className="whitespace-nowrap">
                {quantity(part.shown)} <span className="text-xs text-ink-faint">({quantity(part.failures)})</span>
              </Td>
              <Td numeric>
                <ShareCell share={part.recoveredWhenShown} />
              </Td>
              <Td numeric>
                <ShareCell share={part.recoveredOtherwise} />
              </Td>
              <Td numeric>
                <ShareCell share={part.turnsWith} />
              </Td>
              <Td numeric>
                <ShareCell share={part.turnsWithout} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
