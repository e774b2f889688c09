'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { LineChart } from '@/components/charts/line-chart'
import type { PickedPoint } from '@/components/charts/pick-point'
import type { StepAxisKind } from '@/components/charts/step-axis'
import { WhenVisible } from '@/components/charts/when-visible'
import type { Range } from '@/components/charts/zoom-keys'
import { useSearchState } from '@/components/data/use-search-state'
import type { ChartView } from '@/components/runs/page/chart-view'
import { useChartView } from '@/components/runs/page/chart-view-state'
import { episodesBehind, sourceOf } from '@/components/runs/page/episodes-behind'
import { useStepAxes } from '@/components/runs/page/use-step-axis'
import { stepsOf } from '@/components/runs/page/use-zoomed-series'
import { wholeRange } from '@/components/runs/page/whole-range'
import { percent, quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { StaleNotice } from '@/components/ui/stale-notice'
import { EmptyState, Skeleton } from '@/components/ui/states'
import { describeMetric } from '@/server/core/metrics/describe-metric'
import { ChartControls } from './chart-controls'
import { readComparedCharts } from './compare-view-state'
import type { ComparedData } from './merge-compared'
import {
  type ComparedChart,
  chartsOfArms,
  chartsOfRuns,
  type DrawnArm,
  type DrawnRun,
  usualSeries,
} from './prepare-compared'
import { useComparedSeries } from './use-compared-series'

interface ComparedChartsProps {
  readonly runs: readonly DrawnRun[]
  readonly arms: readonly DrawnArm[]
  readonly names: readonly { readonly name: string; readonly runs: number }[]
  /** What the page draws when the address does not say. */
  readonly usualLines: 'runs' | 'arms'
  /** Runs that still go on. */
  readonly live: readonly number[]
}

/** The same series of several runs in one chart: a line a run, or mean and band an arm. */
export function ComparedCharts({ runs, arms, names, usualLines, live }: ComparedChartsProps) {
  const router = useRouter()
  const [query] = useSearchState()
  const chosen = readComparedCharts(query)
  const { view, setZoom, controls } = useChartView()
  const lines = chosen.lines ?? usualLines
  const series = chosen.series ?? usualSeries(names)
  const ids = useMemo(() => arms.flatMap((arm) => arm.runs), [arms])
  // Means over seeds are taken at the same steps.
  const across: StepAxisKind = lines === 'arms' ? 'step' : view.across
  const axisOf = useStepAxes(ids, across, live.length > 0)
  const steps = useMemo(() => stepsOfAll(view.zoom, ids, axisOf), [view.zoom, ids, axisOf])
  const data = useComparedSeries({ runs: ids, live, names: series, steps })
  const [seriesText, hiddenText] = [series.join(), chosen.hidden.join()]
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts stand for the lists, which are new each time
  const draw = useMemo(() => {
    const isShown = (run: number) => !chosen.hidden.includes(run)
    const seen = arms.map((arm) => ({ ...arm, runs: arm.runs.filter(isShown) }))
    const visible = runs.filter(({ id }) => isShown(id))
    return (read: ComparedData | undefined) => {
      const input = { names: series, lines: read?.lines ?? [], widths: read?.widths ?? {}, axisOf }
      return lines === 'arms' ? chartsOfArms(input, seen) : chartsOfRuns(input, visible)
    }
  }, [seriesText, lines, hiddenText, runs, arms, axisOf])
  const charts = useMemo(() => draw(data.shown), [draw, data.shown])
  const whole = useMemo(() => wholeRange(draw(data.whole).map((chart) => chart.lines)), [draw, data.whole])
  if (names.length === 0)
    return <EmptyState title="Nothing measured yet">Charts appear with the first training step.</EmptyState>
  const open = (chart: ComparedChart, { line, fromStep, toStep }: PickedPoint) => {
    const metric = describeMetric(chart.name)
    const run = chart.lines[line]?.run
    if (metric && run !== undefined)
      router.push(episodesBehind({ run, source: sourceOf(metric, chart.name), fromStep, toStep, stages: [] }))
  }
  return (
    <div className="grid gap-3">
      <ChartControls {...{ names, series, lines, controls }} />
      {data.error && <StaleNotice error={data.error} />}
      <div className="grid grid-cols-1 gap-3 lg:grid-cols-2 2xl:grid-cols-3 lg:max-2xl:[&>*:last-child:nth-child(odd)]:col-span-2">
        {charts.map((chart) => (
          <Panel key={chart.name} title={chart.title} note={chart.title === chart.name ? undefined : chart.name}>
            <WhenVisible height={chartHeight + 32}>
              {data.shown ? (
                <OneChart
                  {...{ chart, whole, across }}
                  view={lines === 'runs' ? view : { ...view, smoothing: 0 }}
                  onZoom={setZoom}
                  onPick={lines === 'runs' && describeMetric(chart.name) ? (point) => open(chart, point) : undefined}
                />
              ) : (
                <Skeleton className="h-[200px] w-full" />
              )}
            </WhenVisible>
          </Panel>
        ))}
      </div>
    </div>
  )
}

const chartHeight = 200

/** From the first to the last step that any of the runs has in the range. */
function stepsOfAll(zoom: Range | null, runs: readonly number[], axisOf: ReturnType<typeof useStepAxes>): Range | null {
  if (!zoom || runs.length === 0) return null
  const ranges = runs.map((run) => stepsOf(zoom, axisOf(run)))
  return [Math.min(...ranges.map(([from]) => from)), Math.max(0, ...ranges.map(([, to]) => to))]
}

interface OneChartProps {
  readonly chart: ComparedChart
  readonly view: ChartView
  readonly whole: Range
  readonly across: StepAxisKind
  readonly onZoom: (range: Range | null) => void
  readonly onPick: ((point: PickedPoint) => void) | undefined
}

/** Beyond this many names a legend is no help: the list of runs above has them, the cursor names the nearest. */
const mostInLegend = 24

function OneChart({ chart, view, whole, across, onZoom, onPick }: OneChartProps) {
  if (chart.lines.length === 0) return <p className="py-16 text-center text-ink-faint">No shown run has this series.</p>
  return (
    <LineChart
      title={chart.title}
      lines={chart.lines}
      height={chartHeight}
      smoothing={view.smoothing}
      valueAxis={view.valueAxis}
      legend={chart.lines.length <= mostInLegend}
      format={chart.unit === 'share' ? (value) => percent(value, 0) : quantity}
      sync="compare"
      zoom={view.zoom}
      {...{ whole, across, onZoom, onPick }}
    />
  )
}
