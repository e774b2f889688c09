'use client'

import { ArrowDown, ArrowUp, Check, GitBranch, X } from 'lucide-react'
import Link, { useLinkStatus } from 'next/link'
import type { ReactNode, RefObject } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing, percent, quantity } from '@/components/ui/format'
import { type EpisodesViewState, episodeHref } from './episodes-view-state'

export type EpisodeRow = ApiOutput['episodes']['list']['episodes'][number]

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
            <Th>Run</Th>
            <SortHeader view={view} onSort={onSort} sort="newest" title="Order of recording">
              Stage, step
            </SortHeader>
            <Th>Split</Th>
            <Th>Feedback</Th>
            <SortHeader
              view={view}
              onSort={onSort}
              sort="reward"
              numeric
              title="The reward that trained, or would have"
            >
              Reward
            </SortHeader>
            <SortHeader
              view={view}
              onSort={onSort}
              sort="surprise"
              numeric
              title="How many deviations its reward is away from the mean of its rollout group"
            >
              Surprise
            </SortHeader>
            <SortHeader
              view={view}
              onSort={onSort}
              sort="near-miss"
              numeric
              title="Share of right turns; pressed: failures that came far, the furthest first"
            >
              Progress
            </SortHeader>
            <Th>Outcome</Th>
            <Th numeric className="w-16 min-w-16 whitespace-normal leading-4" title="First turn that earned nothing">
              Failing turn
            </Th>
            <Th numeric>Turns</Th>
            <SortHeader view={view} onSort={onSort} sort="length" numeric title="Steps of the agent">
              Steps
            </SortHeader>
            <Th numeric>Calls</Th>
            <Th numeric className="w-16 min-w-16 whitespace-normal leading-4" title="Malformed steps">
              Format errors
            </Th>
            <Th numeric className="w-16 min-w-16 whitespace-normal leading-4" title="Failing calls">
              Tool errors
            </Th>
            <Th numeric title="Hints shown, and how many were followed by recovery in the same turn">
              Hints
            </Th>
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
      <Td className="max-w-64 min-w-44 py-1 sm:max-w-96">
        <TaskCell episode={episode} view={view} />
      </Td>
      <Td className="whitespace-nowrap">
        <Link href={`/runs/${episode.runId}`} prefetch={false} className="hover:underline" title={episode.runName}>
          #{episode.runId}
        </Link>
      </Td>
      <Td className="whitespace-nowrap tabular-nums">
        {episode.stage === null ? <span className="text-ink-faint">evaluation</span> : `${episode.stage + 1}`}
        <span className="text-ink-faint"> · {quantity(episode.trainingStep)}</span>
      </Td>
      <Td className="whitespace-nowrap">
        {episode.split}
        <div className="text-xs text-ink-faint">{episode.partition}</div>
      </Td>
      <Td>{episode.feedback === 'augmented' ? <Badge tone="hint">with hints</Badge> : <Badge>standard</Badge>}</Td>
      <Td numeric className="whitespace-nowrap">
        {episode.invalid === null ? episode.reward.toFixed(2) : missing}
        <div className="text-xs text-ink-faint">{episode.rewardName}</div>
      </Td>
      <Td numeric>{episode.surprise === null ? missing : episode.surprise.toFixed(2)}</Td>
      <Td numeric>{episode.invalid === null ? percent(episode.progress, 0) : missing}</Td>
      <Td>
        <Outcome episode={episode} />
      </Td>
      <Td numeric>{episode.failingTurn === null ? missing : episode.failingTurn + 1}</Td>
      <Td numeric>{episode.turnCount}</Td>
      <Td numeric>{quantity(episode.stepCount)}</Td>
      <Td numeric>{quantity(episode.callCount)}</Td>
      <Td numeric className={cn(episode.formatErrors > 0 ? 'text-bad' : 'text-ink-faint')}>
        {episode.formatErrors}
      </Td>
      <Td numeric className={cn(episode.toolErrors > 0 ? 'text-warn' : 'text-ink-faint')}>
        {episode.toolErrors}
      </Td>
      <Td numeric className="whitespace-nowrap">
        <Hints episode={episode} />
      </Td>
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

function Outcome({ episode }: { episode: EpisodeRow }) {
  if (episode.invalid !== null) {
    return (
      <Badge tone="warn" title={`${episode.invalid} It counts for nothing.`}>
        invalid
      </Badge>
    )
  }
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      {episode.success ? (
        <span className="inline-flex items-center gap-1 text-good">
          <Check aria-hidden className="size-3.5" />
          succeeded
        </span>
      ) : (
        <span className="inline-flex items-center gap-1 text-ink-soft">
          <X aria-hidden className="size-3.5" />
          failed
        </span>
      )}
      {episode.truncated && <Badge tone="warn">cut: {episode.truncated}</Badge>}
    </span>
  )
}

function Hints({ episode: { hintsShown, hintsRecovered } }: { episode: EpisodeRow }) {
  if (hintsShown === 0) return <span className="text-ink-faint">0</span>
  return (
    <span className="text-hint">
      {hintsShown} shown
      <span className="block text-xs text-ink-soft">{hintsRecovered} recovered</span>
    </span>
  )
}

interface SortHeaderProps {
  readonly view: EpisodesViewState
  readonly onSort: (view: EpisodesViewState) => void
  readonly sort: EpisodesViewState['sort']
  readonly numeric?: boolean
  readonly title: string
  readonly children: ReactNode
}

/** A column's name that sorts by it, and turns the order round when pressed again. */
function SortHeader({ view, onSort, sort, numeric, title, children }: SortHeaderProps) {
  const here = view.sort === sort
  const Arrow = view.reverse ? ArrowUp : ArrowDown
  return (
    <Th numeric={numeric} title={title} aria-sort={here ? (view.reverse ? 'ascending' : 'descending') : undefined}>
      <button
        type="button"
        onClick={() => onSort({ ...view, sort, reverse: here && !view.reverse, after: null })}
        className="inline-flex h-6 items-center gap-1 hover:text-ink"
      >
        {children}
        {here && <Arrow aria-hidden className="size-3" />}
      </button>
    </Th>
  )
}
