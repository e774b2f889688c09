'use client'

import { ArrowDown, ArrowUp, GitBranch } from 'lucide-react'
import Link, { useLinkStatus } from 'next/link'
import type { RefObject } from 'react'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import type { EpisodeColumnName } from './episode-column-names'
import { type EpisodeRow, episodeColumns } from './episode-columns'
import { type EpisodesViewState, episodeHref } from './episodes-view-state'

interface EpisodesTableProps {
  readonly episodes: readonly EpisodeRow[]
  readonly view: EpisodesViewState
  /** Links of this body are what `j` and `k` walk through. */
  readonly rows: RefObject<HTMLTableSectionElement | null>
  readonly onSort: (view: EpisodesViewState) => void
}

export function EpisodesTable({ episodes, view, rows, onSort }: EpisodesTableProps) {
  return (
    <TableFrame label="Episodes">
      <Table>
        <thead>
          <tr>
            <Th>Task</Th>
            {view.columns.map((name) => (
              <ColumnHead key={name} name={name} view={view} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={rows}>
          {episodes.map((episode) => (
            <Row key={episode.id} episode={episode} view={view} />
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

interface RowProps {
  readonly episode: EpisodeRow
  readonly view: EpisodesViewState
}

function Row({ episode, view }: RowProps) {
  return (
    <tr className="focus-within:bg-accent-soft hover:bg-raised/60">
      <Td className="max-w-64 min-w-44 py-1 sm:max-w-80">
        <TaskCell episode={episode} view={view} />
      </Td>
      {view.columns.map((name) => {
        const { numeric, className, cell } = episodeColumns[name]
        return (
          <Td key={name} numeric={numeric} className={className}>
            {cell(episode)}
          </Td>
        )
      })}
    </tr>
  )
}

function TaskCell({ episode, view }: RowProps) {
  return (
    <>
      <div className="flex items-center gap-1.5">
        <Link
          href={episodeHref(episode.id, view)}
          prefetch={false}
          data-row-link
          className="truncate font-medium hover:underline"
        >
          {episode.task}
          <Opening />
        </Link>
        {episode.origin === 'import' && <Badge tone="accent">imported</Badge>}
        {episode.origin === 'by-hand' && <Badge tone="accent">played by hand</Badge>}
        {episode.kind === 'branch' && (
          <Badge title="A rollout that starts at this turn of another episode">
            <GitBranch aria-hidden />
            from turn {(episode.startTurn ?? 0) + 1}
          </Badge>
        )}
      </div>
      <p className="truncate text-xs text-ink-soft" title={episode.opening}>
        {episode.opening}
      </p>
    </>
  )
}

/** Seen while the trajectory is on its way. */
function Opening() {
  const { pending } = useLinkStatus()
  return (
    <span className={pending ? 'ml-1 text-xs font-normal text-ink-faint' : 'sr-only'}>{pending && 'opening …'}</span>
  )
}

interface ColumnHeadProps {
  readonly name: EpisodeColumnName
  readonly view: EpisodesViewState
  readonly onSort: (view: EpisodesViewState) => void
}

/** A column's name; where it can be sorted by, a press does so, and turns the order round when pressed again. */
function ColumnHead({ name, view, onSort }: ColumnHeadProps) {
  const { title, help, sort, numeric, isNarrow } = episodeColumns[name]
  const narrow = isNarrow && 'w-16 min-w-16 whitespace-normal leading-4'
  if (!sort)
    return (
      <Th numeric={numeric} title={help} className={cn(narrow)}>
        {title}
      </Th>
    )
  const here = view.sort === sort
  const Arrow = view.reverse ? ArrowUp : ArrowDown
  return (
    <Th numeric={numeric} title={help} aria-sort={here ? (view.reverse ? 'ascending' : 'descending') : undefined}>
      <button
        type="button"
        onClick={() => onSort({ ...view, sort, reverse: here && !view.reverse, after: null })}
        className="inline-flex h-6 items-center gap-1 hover:text-ink"
      >
        {title}
        {here && <Arrow aria-hidden className="size-3" />}
      </button>
    </Th>
  )
}
