'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { ViewControls } from '@/components/charts/view-controls'
import { useSearchState } from '@/components/data/use-search-state'
import type { useChartView } from '@/components/runs/page/chart-view-state'
import { PopoverButton } from '@/components/runs/popover-button'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { countOf } from '@/server/core/count-of'
import { describeMetric } from '@/server/core/metrics/describe-metric'
import { mostSeries } from './compare-view-state'

interface ChartControlsProps {
  readonly names: readonly { readonly name: string; readonly runs: number }[]
  readonly series: readonly string[]
  readonly lines: 'runs' | 'arms'
  readonly controls: ReturnType<typeof useChartView>['controls']
}

const choices = [
  { value: 'runs', label: 'Each run' },
  { value: 'arms', label: 'Mean over seeds' },
] as const

/** What the charts show and how; all of it stands in the URL. */
export function ChartControls({ names, series, lines, controls }: ChartControlsProps) {
  const [, change] = useSearchState()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-xs text-ink-soft">
      <fieldset className="flex gap-1">
        <legend className="sr-only">Lines</legend>
        {choices.map(({ value, label }) => (
          <Button
            key={value}
            size="small"
            aria-pressed={lines === value}
            onClick={() => change({ lines: value, ...(value === 'arms' ? { x: null, zoom: null } : {}) })}
            className={cn(lines === value && 'border-accent bg-accent-soft text-accent')}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      <SeriesPicker names={names} series={series} />
      <ViewControls
        {...controls}
        smooths={lines === 'runs'}
        {...(lines === 'arms' ? { across: 'step' as const, offered: ['step'] as const } : {})}
      />
      {lines === 'arms' && <span>Bands are 95 % intervals over the seeds, at the same steps.</span>}
    </div>
  )
}

function SeriesPicker({ names, series }: Pick<ChartControlsProps, 'names' | 'series'>) {
  const [, change] = useSearchState()
  const [text, setText] = useState('')
  const found = names.filter(({ name }) =>
    `${name} ${describeMetric(name)?.title ?? ''}`.toLowerCase().includes(text.toLowerCase()),
  )
  const toggle = (name: string) => {
    const next = series.includes(name) ? series.filter((other) => other !== name) : [...series, name]
    if (next.length <= mostSeries) change({ series: next.join(',') || null })
  }
  return (
    <PopoverButton
      title="Series"
      label={
        <>
          <Plus aria-hidden />
          Series
        </>
      }
    >
      <input
        aria-label="Find a series"
        placeholder="Find a series"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="mb-1 h-8 w-full rounded-md border border-line-strong bg-surface px-2 placeholder:text-ink-faint"
      />
      <ul aria-label="Series" className="grid gap-0.5">
        {found.slice(0, 100).map(({ name, runs }) => (
          <li key={name} className="rounded px-1 hover:bg-raised">
            <label className="flex items-baseline gap-2 py-1">
              <input
                type="checkbox"
                className="size-4 shrink-0 self-center accent-accent"
                checked={series.includes(name)}
                onChange={() => toggle(name)}
              />
              <span className="min-w-0 flex-1 break-words">{name}</span>
              <span className="text-2xs whitespace-nowrap text-ink-faint">{countOf(runs, 'run')}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="px-1 py-2 text-ink-soft">No series has this in its name.</p>}
    </PopoverButton>
  )
}
