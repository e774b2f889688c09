'use client'

import { useMemo } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useSearchState } from '@/components/data/use-search-state'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/states'
import { countTasks, flippedTasks, movedTasks } from '@/server/core/compare/outcome-matrix'
import { TableDownload } from './table-download'

type Outcomes = ApiOutput['compare']['outcomes']

interface OutcomeTableProps {
  readonly outcomes: Outcomes
  readonly runs: readonly { readonly id: number; readonly name: string }[]
}

const mostRows = 150

/** Task by task, which runs solved it; at first only tasks on which they disagree. */
export function OutcomeTable({ outcomes, runs }: OutcomeTableProps) {
  const [query, change] = useSearchState()
  const all = query.get('tasks') === 'all'
  const { tasks, rows } = outcomes
  const keys = useMemo(() => tasks.map(({ suite, key }) => `${suite}/${key}`), [tasks])
  const flipped = useMemo(() => flippedTasks(keys, rows), [keys, rows])
  const listed = all ? countTasks(keys, rows) : flipped
  const [base] = rows
  if (!base)
    return (
      <EmptyState title="No final evaluation yet">
        A run is evaluated on the test tasks when its training has ended.
      </EmptyState>
    )
  const isAlone = rows.length === 1
  const nameOf = (run: number) => runs.find(({ id }) => id === run)?.name ?? `run ${run}`
  const csv = {
    head: ['suite', 'task', 'split', ...rows.map(({ run }) => `run ${run}`)],
    rows: listed.map(({ index }) => [
      ...[tasks[index]?.suite ?? '', tasks[index]?.key ?? '', tasks[index]?.split ?? ''],
      ...rows.map((row) => solvedNumber(row.outcomes.charAt(index))),
    ]),
  }
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-2 text-xs text-ink-soft">
        <p>
          {isAlone
            ? `Only #${base.run} has a final evaluation: nothing to compare it with yet.`
            : `${flipped.length} of ${tasks.length} tasks solved by some of the runs and not by others.`}
          {!isAlone &&
            rows.length < runs.length &&
            ` ${runs.length - rows.length} without a final evaluation are left out.`}
          {outcomes.differs && ' Not all were measured in the same environment: compare with care.'}
        </p>
        <div className="flex gap-1.5">
          <Button
            size="small"
            aria-pressed={all}
            onClick={() => change({ tasks: all ? null : 'all' })}
            className={cn(all && 'border-accent bg-accent-soft text-accent')}
          >
            All tasks
          </Button>
          <TableDownload table={csv} name="outcomes" />
        </div>
      </div>
      <TableFrame label="Outcomes by task" className="max-h-[36rem] overflow-y-auto">
        <Table>
          <thead className="sticky top-0 z-10 bg-surface">
            <tr>
              <Th>Task</Th>
              <Th>Split</Th>
              {rows.map(({ run }) => (
                <Th key={run} className="w-28 text-center" title={nameOf(run)}>
                  #{run}
                </Th>
              ))}
            </tr>
            <tr>
              <Th colSpan={2}>Solved, and what moved since #{base.run}</Th>
              {rows.map((row) => (
                <Th key={row.run} className="text-center tabular-nums">
                  <Moved keys={keys} base={base.outcomes} own={row.outcomes} isBase={row.run === base.run} />
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, mostRows).map(({ key, index }) => (
              <tr key={key} className="hover:bg-raised/60">
                <Td className="max-w-80 min-w-40">
                  <span className="block truncate" title={tasks[index]?.opening}>
                    {tasks[index]?.key}
                  </span>
                </Td>
                <Td className="text-xs whitespace-nowrap text-ink-soft">
                  {tasks[index]?.split}
                  {tasks[index]?.outOfDistribution && ' · OOD'}
                </Td>
                {rows.map((row) => (
                  <Td key={row.run} className="p-0 text-center">
                    <Outcome mark={row.outcomes.charAt(index)} run={row.run} task={tasks[index]?.key ?? ''} />
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
      {listed.length === 0 && !isAlone && (
        <p className="p-6 text-center text-ink-soft">The runs solved exactly the same tasks.</p>
      )}
      {listed.length > mostRows && (
        <p className="border-t border-line px-3 py-2 text-xs text-ink-soft">
          The first {mostRows} of {listed.length}; the CSV has all.
        </p>
      )}
    </>
  )
}

const solvedNumber = (mark: string) => (mark === '-' ? null : Number(mark))

interface MovedProps {
  readonly keys: readonly string[]
  readonly base: string
  readonly own: string
  readonly isBase: boolean
}

function Moved({ keys, base, own, isBase }: MovedProps) {
  const { gained, lost } = movedTasks(keys, base, own)
  return (
    <>
      <span className="text-ink">{[...own].filter((mark) => mark === '1').length}</span>
      {!isBase && (
        <span className="ml-1 font-normal whitespace-nowrap">
          <span className="text-good">+{gained.length}</span> <span className="text-bad">−{lost.length}</span>
        </span>
      )}
    </>
  )
}

function Outcome({ mark, run, task }: { mark: string; run: number; task: string }) {
  if (mark === '-' || mark === '') return <span className="sr-only">not tested</span>
  const solved = mark === '1'
  return (
    <a
      href={`/episodes?${new URLSearchParams({ run: String(run), task, partition: 'test' })}`}
      className={cn(
        'grid h-9 min-w-10 place-items-center hover:underline',
        solved ? 'bg-good-soft font-semibold text-good' : 'text-ink-faint',
      )}
    >
      <span aria-hidden>{solved ? '✓' : '·'}</span>
      <span className="sr-only">
        {task}, run {run}: {solved ? 'solved' : 'not solved'}
      </span>
    </a>
  )
}
