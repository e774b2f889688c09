'use client'

import { useQuery } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { LineChart } from '@/components/charts/line-chart'
import { useChartColors } from '@/components/charts/use-chart-colors'
import { askingAgain } from '@/components/data/asking-again'
import { useTRPC } from '@/components/data/trpc'
import { useSearchState } from '@/components/data/use-search-state'
import { cn } from '@/components/ui/cn'
import { InputField } from '@/components/ui/field'
import { quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { StaleNotice } from '@/components/ui/stale-notice'
import { Skeleton } from '@/components/ui/states'
import { useChartView } from './chart-view-state'
import { findSeries, readPicked, type SeriesOption, togglePicked } from './pick-series'
import { pickedLines } from './picked-lines'
import { nothingRead, useRunSeries } from './use-run-series'
import { useStepAxes } from './use-step-axis'
import { useZoomedSeries } from './use-zoomed-series'

const refetchMs = 5000
const mostListed = 200

interface AllSeriesProps {
  readonly run: number
  readonly live: boolean
  /** Attempts up to now. */
  readonly epoch: number
}

/** Every series under its raw name: find any, draw it. What is picked stands in the URL (`?series=a/b,c`). */
export function AllSeries({ run, live, epoch }: AllSeriesProps) {
  const trpc = useTRPC()
  const [query, changeQuery] = useSearchState()
  const pickedText = query.get('series')
  const picked = useMemo(() => readPicked(pickedText), [pickedText])
  const [words, setWords] = useState('')
  const names = useQuery(
    trpc.runs.seriesNames.queryOptions(
      { run },
      { refetchInterval: askingAgain(live ? refetchMs : false), staleTime: refetchMs },
    ),
  )
  const found = useMemo(() => findSeries(names.data ?? [], words), [names.data, words])
  if (names.data?.length === 0) return null
  return (
    <Panel title="All series" note="As the trainer named them; pick up to eight to draw them together">
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <div className="min-w-0">
          {names.error && <StaleNotice error={names.error} />}
          <InputField
            label={names.data ? `Find among ${names.data.length} series` : 'Find a series'}
            placeholder="grad norm, val-core/…"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          {names.data ? (
            <SeriesList
              options={found.slice(0, mostListed)}
              picked={picked}
              onToggle={(name) => changeQuery({ series: togglePicked(picked, name) })}
            />
          ) : (
            <Skeleton className="mt-2 h-32" />
          )}
          {found.length > mostListed && (
            <p className="mt-1 text-xs text-ink-soft">{found.length - mostListed} more; type to find them.</p>
          )}
        </div>
        {picked.length > 0 ? (
          <PickedChart key={picked.join()} {...{ run, epoch, picked, live }} />
        ) : (
          <p className="text-ink-soft">Pick a series to draw it here.</p>
        )}
      </div>
    </Panel>
  )
}

interface SeriesListProps {
  readonly options: readonly SeriesOption[]
  readonly picked: readonly string[]
  readonly onToggle: (name: string) => void
}

function SeriesList({ options, picked, onToggle }: SeriesListProps) {
  const id = useId()
  if (options.length === 0) return <p className="mt-2 text-ink-soft">No series has these words.</p>
  return (
    <fieldset className="mt-2 max-h-64 overflow-y-auto rounded-md border border-line">
      <legend className="sr-only">Series</legend>
      {options.map(({ name, meaning, count }) => (
        <label
          key={name}
          htmlFor={`${id}-${name}`}
          className={cn('flex items-start gap-2 px-2 py-1 hover:bg-raised', picked.includes(name) && 'bg-accent-soft')}
        >
          <input
            id={`${id}-${name}`}
            type="checkbox"
            checked={picked.includes(name)}
            onChange={() => onToggle(name)}
            className="mt-0.5 accent-accent"
          />
          <span className="min-w-0 flex-1">
            <span className="block font-mono text-xs break-all">{name}</span>
            {meaning && <span className="block text-xs text-ink-soft">{meaning}</span>}
          </span>
          <span className="text-xs text-ink-soft tabular-nums">{count.toLocaleString('en-US')}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface PickedChartProps {
  readonly run: number
  readonly epoch: number
  readonly picked: readonly string[]
  readonly live: boolean
}

/** The picked series, looked at as the page's other charts are. */
function PickedChart({ run, epoch, picked, live }: PickedChartProps) {
  const colors = useChartColors()
  const { view, setZoom } = useChartView()
  const axis = useStepAxes([run], view.across, live)(run)
  const whole = useRunSeries(run, nothingRead, epoch, picked)
  const data = useZoomedSeries(whole, { run, zoom: view.zoom, axis, live, names: picked })
  const lines = useMemo(() => pickedLines(data.series, picked, colors, axis), [data, picked, colors, axis])
  return (
    <div className="min-w-0">
      <LineChart
        title="Picked series"
        valueLabel="value"
        lines={lines}
        format={quantity}
        height={260}
        sync={`run-${run}`}
        smoothing={view.smoothing}
        valueAxis={view.valueAxis}
        across={view.across}
        zoom={view.zoom}
        onZoom={setZoom}
      />
    </div>
  )
}
