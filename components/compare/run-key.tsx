'use client'

import { Eye, EyeOff } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useSearchState } from '@/components/data/use-search-state'
import type { RunStateInput } from '@/components/runs/run-state'
import { RunStatus } from '@/components/runs/run-status'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { writeIdList } from '@/server/core/groups/id-list'
import { readComparedCharts } from './compare-view-state'
import type { DrawnArm, DrawnRun } from './prepare-compared'

interface KeyRun extends RunStateInput {
  readonly id: number
  readonly name: string
  readonly seed: number
}

interface RunKeyProps {
  readonly arms: readonly DrawnArm[]
  readonly runs: readonly KeyRun[]
  readonly drawn: readonly DrawnRun[]
  readonly now: Date
  /** What the charts draw unless the address says something else. */
  readonly usualLines: 'runs' | 'arms'
}

const columns = 'sm:grid-cols-2 xl:grid-cols-3'

/** More than so many would push the charts out of sight: the rest is shown on request. */
const mostRuns = 24

/** Every run with its colour, by arm; a run can be hidden from the charts. Of many, the first of each arm. */
export function RunKey({ arms, runs, drawn, now, usualLines }: RunKeyProps) {
  const [query, change] = useSearchState()
  const [isWhole, setWhole] = useState(runs.length <= mostRuns)
  const { hidden, lines } = readComparedCharts(query)
  // a colour that no line has would only mislead
  const hasArmLines = (lines ?? usualLines) === 'arms'
  const toggle = (id: number) => {
    const next = hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id]
    change({ hide: next.length > 0 ? writeIdList(next) : null })
  }
  const ofEach = isWhole ? runs.length : Math.max(1, Math.floor(mostRuns / arms.length))
  return (
    <>
      <ul aria-label="Compared runs" className={cn('grid grid-cols-1 gap-x-6 gap-y-3', arms.length > 1 && columns)}>
        {(isWhole ? arms : arms.slice(0, mostRuns)).map((arm) => (
          <li key={arm.runs.join()} className="min-w-0">
            <p className="flex items-center gap-2 font-medium">
              {hasArmLines && <Swatch color={arm.color} wide />}
              <span className="min-w-0 break-words">{arm.label}</span>
            </p>
            <ul
              aria-label={`Runs of ${arm.label}`}
              className={cn('mt-1 grid grid-cols-1 gap-x-6 gap-y-0.5', arms.length === 1 && columns)}
            >
              {runs
                .filter(({ id }) => arm.runs.includes(id))
                .slice(0, ofEach)
                .map((run) => {
                  const isHidden = hidden.includes(run.id)
                  const Icon = isHidden ? EyeOff : Eye
                  return (
                    <li key={run.id} className="flex min-w-0 items-center gap-2">
                      <button
                        type="button"
                        aria-pressed={!isHidden}
                        aria-label={`Draw ${run.name} #${run.id}`}
                        onClick={() => toggle(run.id)}
                        className="grid size-6 shrink-0 place-items-center rounded text-ink-faint hover:bg-raised hover:text-ink"
                      >
                        <Icon aria-hidden className="size-3.5" />
                      </button>
                      {!hasArmLines && (
                        <Swatch color={drawn.find(({ id }) => id === run.id)?.color ?? 'currentColor'} />
                      )}
                      <Link
                        href={`/runs/${run.id}`}
                        title={run.name}
                        className={cn('min-w-0 truncate hover:underline', isHidden && 'text-ink-faint')}
                      >
                        {run.name}
                      </Link>
                      <span className="text-xs text-ink-faint">#{run.id}</span>
                      {run.status !== 'finished' && <RunStatus run={run} now={now} />}
                    </li>
                  )
                })}
            </ul>
          </li>
        ))}
      </ul>
      {!isWhole && (
        <Button size="small" className="mt-3" onClick={() => setWhole(true)}>
          Show all {runs.length} runs
        </Button>
      )}
    </>
  )
}

function Swatch({ color, wide }: { color: string; wide?: boolean }) {
  return (
    <svg aria-hidden width={wide ? 14 : 10} height={10} className="shrink-0">
      <rect y={wide ? 2 : 0} width={wide ? 14 : 10} height={wide ? 6 : 10} rx={wide ? 1 : 5} fill={color} />
    </svg>
  )
}
