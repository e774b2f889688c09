import type { ApiOutput } from '@/components/data/api-types'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { quantity } from '@/components/ui/format'
import { ArmsCell, EffectCell } from './effect-cell'

type ForkTest = ApiOutput['forkTests']['get']

/** Every pair of arms on all forks together. */
export function ComparisonsTable({ test: { comparisons, arms } }: { test: ForkTest }) {
  return (
    <TableFrame label="Arms on all forks">
      <Table>
        <thead>
          <tr>
            <Th>Arms</Th>
            <Th numeric title="Forks, and the dialogues that they come from">
              Forks (dialogues)
            </Th>
            <Th numeric title="The same tool, or one that the error names in its place, succeeded later in the turn">
              Recovered
            </Th>
            <Th numeric title="Paired difference in points with its 95 % interval">
              Effect
            </Th>
            <Th numeric title="The turn's reward was 1 in the end">
              Turn right
            </Th>
            <Th numeric title="Paired difference in points with its 95 % interval">
              Effect
            </Th>
          </tr>
        </thead>
        <tbody>
          {comparisons.map(({ first, second, forks, dialogues, effects }) => (
            <tr key={`${first}/${second}`}>
              <Td className="min-w-44">
                <span className="font-medium">{arms[first]}</span> <span className="text-ink-faint">against</span>{' '}
                {arms[second]}
              </Td>
              <Td numeric className="whitespace-nowrap">
                {quantity(forks)} <span className="text-xs text-ink-faint">({quantity(dialogues)})</span>
              </Td>
              <Td numeric>
                <ArmsCell effect={effects.recovered} />
              </Td>
              <Td numeric>
                <EffectCell effect={effects.recovered} />
              </Td>
              <Td numeric>
                <ArmsCell effect={effects.turnOk} />
              </Td>
              <Td numeric>
                <EffectCell effect={effects.turnOk} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
