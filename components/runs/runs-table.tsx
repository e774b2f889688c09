'use client'

import Link from 'next/link'
import type { ReactNode, RefObject } from 'react'
import { useRunColor } from '@/components/charts/use-run-color'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { type RunRow, runColumns } from './run-columns'
import type { RunsViewState } from './runs-view-state'
import { SelectAll, SelectRow } from './select-boxes'
import { SortHeader } from './sort-header'
import type { RunSelection } from './use-run-selection'

interface RunsTableProps {
  readonly runs: readonly RunRow[]
  readonly view: RunsViewState
  readonly now: Date
  readonly selection: RunSelection
  readonly rows: RefObject<HTMLTableSectionElement | null>
  readonly actions: (run: RunRow) => ReactNode
}

export function RunsTable({ runs, view, now, selection, rows, actions }: RunsTableProps) {
  const order = runs.map(({ id }) => id)
  return (
    <TableFrame label="Runs">
      <Table>
        <thead>
          <tr>
            <Th className="w-8 pr-0">
              <SelectAll ids={order} selection={selection} />
            </Th>
            <SortHeader view={view} sort="name" upwards>
              Run
            </SortHeader>
            {view.columns.map((name) => {
              const { title, help, sort, upwards, numeric, isNarrow } = runColumns[name]
              return sort ? (
                <SortHeader
                  key={name}
                  view={view}
                  sort={sort}
                  upwards={upwards}
                  numeric={numeric}
                  title={help}
                  className={cn(isNarrow && 'w-20 whitespace-normal leading-4')}
                >
                  {title}
                </SortHeader>
              ) : (
                <Th key={name} numeric={numeric} title={help}>
                  {title}
                </Th>
              )
            })}
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody ref={rows}>
          {runs.map((run) => (
            <tr
              key={run.id}
              data-run={run.id}
              className={cn('hover:bg-raised/60', selection.has(run.id) && 'bg-accent-soft/50')}
            >
              <Td className="w-8 pr-0">
                <SelectRow run={run} order={order} selection={selection} />
              </Td>
              <Td className="max-w-80 min-w-44 py-1 sm:min-w-52">
                <RunName run={run} />
              </Td>
              {view.columns.map((name) => {
                const { numeric, className, cell } = runColumns[name]
                return (
                  <Td key={name} numeric={numeric} className={className}>
                    {cell(run, now)}
                  </Td>
                )
              })}
              {/* within reach however many columns there are */}
              <Td className="right-0 bg-surface pl-1 text-right whitespace-nowrap sm:sticky">{actions(run)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

function RunName({ run }: { run: RunRow }) {
  const color = useRunColor()
  return (
    <>
      {/* the colour of its lines in every chart */}
      <span aria-hidden className="mr-1.5 inline-block size-2 rounded-full" style={{ background: color(run.id) }} />
      <Link href={`/runs/${run.id}`} title={run.name} data-row-link className="font-medium break-words hover:underline">
        {shortName(run.name)}
      </Link>{' '}
      <span className="text-xs text-ink-faint">#{run.id}</span>
      {run.kind === 'external' && (
        <Badge className="ml-1" title="Trained elsewhere; it reports here">
          external
        </Badge>
      )}
      {run.archived && <Badge className="ml-1">archived</Badge>}
      {run.tags.map((tag) => (
        <Badge key={tag} className="ml-1">
          {tag}
        </Badge>
      ))}
    </>
  )
}

const longestName = 60
/** The whole name stands in the title and on the run's page. */
const shortName = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name)
