import type { ApiOutput } from '@/components/data/api-types'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { EffectCells } from './effect-cells'

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
              <EffectCells {...{ forks, dialogues, effects }} />
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
