import { cn } from '@/components/ui/cn'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { lifeStates } from '@/server/core/curriculum/task-life'
import { lifeLook } from './life-look'
import type { LifeView, StageCounts } from './life-view'

interface LifeTableProps {
  readonly counts: readonly StageCounts[]
  readonly titleOf: (stage: number) => string
  readonly chosen: LifeView['chosen']
  readonly onChoose: (chosen: LifeView['chosen']) => void
}

/** Stages down, states across; each count lists its tasks. */
export function LifeTable({ counts, titleOf, chosen, onChoose }: LifeTableProps) {
  return (
    <TableFrame label="Task life cycle by stage">
      <Table>
        <thead>
          <tr>
            <Th>Stage</Th>
            {lifeStates.map((state) => (
              <Th key={state} numeric>
                {lifeLook[state].label}
              </Th>
            ))}
            <Th numeric>Tasks</Th>
            <Th className="w-1/3 min-w-40">
              <span className="sr-only">Shares</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ stage, tasks, counts: own }) => (
            <tr key={stage}>
              <Td className="whitespace-nowrap">
                <span className="text-ink-faint">{stage + 1}</span> {titleOf(stage)}
              </Td>
              {lifeStates.map((state) => {
                const isChosen = chosen?.stage === stage && chosen.state === state
                return (
                  <Td key={state} numeric>
                    <button
                      type="button"
                      disabled={own[state] === 0}
                      aria-pressed={isChosen}
                      aria-label={`${own[state]} tasks ${lifeLook[state].label} in stage ${stage + 1}`}
                      onClick={() => onChoose(isChosen ? null : { stage, state })}
                      className={cn(
                        'min-h-6 min-w-8 rounded px-1.5 text-right tabular-nums not-disabled:underline not-disabled:decoration-dotted not-disabled:underline-offset-2 not-disabled:hover:bg-raised disabled:text-ink-faint',
                        isChosen && 'bg-accent-soft font-semibold text-accent',
                      )}
                    >
                      {own[state]}
                    </button>
                  </Td>
                )
              })}
              <Td numeric>{tasks}</Td>
              <Td>
                <div aria-hidden className="flex h-2 overflow-hidden rounded-sm bg-raised">
                  {lifeStates.map((state) => (
                    <span
                      key={state}
                      className={lifeLook[state].fill}
                      style={{ width: `${(100 * own[state]) / Math.max(1, tasks)}%` }}
                    />
                  ))}
                </div>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
