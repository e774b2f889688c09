'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { WhenVisible } from '@/components/charts/when-visible'
import { askingAgain } from '@/components/data/asking-again'
import { useTRPC } from '@/components/data/trpc'
import { useSearchState } from '@/components/data/use-search-state'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Panel } from '@/components/ui/panel'
import { StaleNotice } from '@/components/ui/stale-notice'
import { EmptyState, Skeleton } from '@/components/ui/states'
import { isLive } from '../is-live'
import { LifeTable } from './life-table'
import { LifeTaskList } from './life-task-list'
import { chosenLives, lifeCounts, lifeInUrl, readLifeView } from './life-view'
import type { RunPageData } from './run-header'

const refetchMs = 30_000
const usualHeight = 180
const choices = [
  { value: 'train', label: 'Training tasks' },
  { value: 'validation', label: 'Validation tasks' },
] as const

/** Which tasks each stage solved never, sometimes or always, and which were forgotten again. */
export function TaskLifePanel({ run }: { run: RunPageData }) {
  const [query, change] = useSearchState()
  const { partition } = readLifeView(query)
  return (
    <Panel
      flush
      id="task-life"
      title="Task life cycle"
      note="Forgotten: solved before, there or in an earlier stage, but not when last played. Where episodes are single turns, a task is solved when each of its turns is."
      actions={choices.map(({ value, label }) => (
        <Button
          key={value}
          size="small"
          aria-pressed={partition === value}
          onClick={() => change({ lifeOf: value === 'train' ? null : value, life: null })}
          className={cn(partition === value && 'border-accent bg-accent-soft text-accent')}
        >
          {label}
        </Button>
      ))}
    >
      <WhenVisible height={usualHeight}>
        <Lives run={run} />
      </WhenVisible>
    </Panel>
  )
}

function Lives({ run }: { run: RunPageData }) {
  const trpc = useTRPC()
  const [query, change] = useSearchState()
  const { chosen, partition } = readLifeView(query)
  const { data, error } = useQuery(
    trpc.runs.taskLife.queryOptions(
      { run: run.id, partition },
      {
        refetchInterval: askingAgain(isLive(run.status) ? refetchMs : false),
        staleTime: refetchMs,
        placeholderData: keepPreviousData,
      },
    ),
  )
  if (error && !data) return <StaleNotice error={error} />
  if (!data) return <Skeleton className="m-3 h-32" />
  if (data.length === 0)
    return (
      <EmptyState title="No task was played yet">
        {isLive(run.status)
          ? 'Tasks appear with the first episodes of the first stage.'
          : 'The run ended before its first stage; resume it, or clone it with other settings.'}
      </EmptyState>
    )
  const titleOf = (stage: number) => run.stages[stage]?.plan?.title ?? run.stages[stage]?.name ?? `stage ${stage + 1}`
  return (
    <>
      <LifeTable
        counts={lifeCounts(data)}
        titleOf={titleOf}
        chosen={chosen}
        onChoose={(next) => change({ life: lifeInUrl(next) })}
      />
      {chosen && (
        <LifeTaskList
          key={`${lifeInUrl(chosen)}/${partition}`}
          run={run.id}
          partition={partition}
          chosen={chosen}
          title={titleOf(chosen.stage)}
          lives={chosenLives(data, chosen)}
          stages={run.stages.map(({ position }) => position)}
        />
      )}
    </>
  )
}
