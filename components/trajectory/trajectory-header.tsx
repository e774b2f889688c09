'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useMemo } from 'react'
import {
  type EpisodesViewState,
  episodeHref,
  episodesHref,
  isFiltered,
} from '@/components/episodes/episodes-view-state'
import { ExportMenu } from '@/components/episodes/export-menu'
import { KeyboardHelp } from '@/components/episodes/keyboard-help'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { quantity } from '@/components/ui/format'
import { compareHref } from './compare/compared-ids'
import { episodeJson } from './episode-json'
import type { Neighbours, Trajectory } from './trajectory-types'
import { ToolButtons, type useTranscriptTools } from './transcript-tools'

const keys = [
  { keys: ['j', 'k'], does: 'next and previous step' },
  { keys: ['J', 'K'], does: 'next and previous turn' },
  { keys: ['[', ']'], does: 'previous and next sibling of the rollout group' },
  { keys: ['{', '}'], does: 'previous and next episode of the list' },
  { keys: ['/'], does: 'find in this episode' },
  { keys: ['n', 'N'], does: 'next and previous match' },
  { keys: ['v'], does: 'verify: play the calls again and compare' },
  { keys: ['?'], does: 'this help' },
]

/** Where the episode belongs. */
export function TrajectoryLead({ episode }: { episode: Trajectory }) {
  const { run, stage, stageName, trainingStep, origin } = episode
  const outside = origin === 'import' || origin === 'by-hand' ? 'outside of training' : 'in an evaluation'
  return (
    <p className="flex flex-wrap gap-x-2 tabular-nums">
      <span>Episode {episode.id}</span>
      <span>
        of run{' '}
        <Link href={`/runs/${run.id}`} className="text-accent hover:underline">
          #{run.id} {run.name}
        </Link>
      </span>
      <span>
        {stage === null ? outside : `in stage ${stage + 1}${stageName ? ` (${stageName})` : ''}`}, step{' '}
        <Link
          href={episodesHref({ run: run.id, fromStep: trainingStep, toStep: trainingStep })}
          prefetch={false}
          className="hover:underline"
        >
          {quantity(trainingStep)}
        </Link>
      </span>
    </p>
  )
}

interface TrajectoryActionsProps {
  readonly episode: Trajectory
  readonly list: EpisodesViewState
  readonly neighbours: Neighbours
  readonly tools: ReturnType<typeof useTranscriptTools>
  readonly helps: boolean
  readonly onHelps: (open: boolean) => void
}

/** What can be done with the episode as a whole. */
export function TrajectoryActions({ episode, list, neighbours, tools, helps, onHelps }: TrajectoryActionsProps) {
  // a long episode is not here as a whole: it is exported instead
  const json = useMemo(() => (episode.outline ? null : episodeJson(episode)), [episode])
  return (
    <>
      <nav aria-label="Episodes of the list" className="flex items-center">
        <NeighbourLink id={neighbours.previous} list={list} label="Previous episode" />
        <Button asChild look="quiet" size="small">
          <Link href={episodesHref(isFiltered(list) ? list : { run: episode.run.id })} prefetch={false}>
            List
          </Link>
        </Button>
        <NeighbourLink id={neighbours.next} list={list} label="Next episode" />
      </nav>
      <Button asChild look="quiet" size="small">
        <Link href={episodesHref({ run: episode.run.id, task: episode.task.key })} prefetch={false}>
          Same task
        </Link>
      </Button>
      <Button asChild look="quiet" size="small">
        <Link href={compareHref([episode.id])} prefetch={false}>
          Compare
        </Link>
      </Button>
      {episode.origin !== 'import' && <ToolButtons tools={tools} feedback={episode.feedback} />}
      {json !== null && <CopyButton text={json} label="Copy as JSON" />}
      <ExportMenu episode={episode.id} />
      <KeyboardHelp open={helps} onOpenChange={onHelps} keys={keys} />
    </>
  )
}

function NeighbourLink({ id, list, label }: { id: string | null; list: EpisodesViewState; label: string }) {
  const Icon = label.startsWith('Next') ? ChevronRight : ChevronLeft
  if (id === null)
    return (
      <Button look="quiet" size="small" disabled aria-label={label}>
        <Icon aria-hidden />
      </Button>
    )
  return (
    <Button asChild look="quiet" size="small">
      <Link href={episodeHref(id, list)} prefetch={false} aria-label={label} title={label}>
        <Icon aria-hidden />
      </Link>
    </Button>
  )
}
