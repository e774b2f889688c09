'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import type { StageBand } from '@/components/charts/draw-stages'
import { HeatMap } from '@/components/charts/heat-map'
import { useChartColors } from '@/components/charts/use-chart-colors'
import { ViewControls } from '@/components/charts/view-controls'
import { Panel } from '@/components/ui/panel'
import { isLive } from '../is-live'
import { useChartView } from './chart-view-state'
import { distributionCharts } from './distribution-chart'
import { DistributionPanel } from './distribution-panel'
import { episodesBehind, type LineSource } from './episodes-behind'
import type { RunSeriesData } from './merge-series'
import { NothingMeasured } from './nothing-measured'
import { prepareCharts, turnRewards } from './prepare-charts'
import { RunChartPanel } from './run-chart-panel'
import type { RunPageData } from './run-header'
import { useStepAxes } from './use-step-axis'
import { useZoomedSeries } from './use-zoomed-series'
import { wholeRange } from './whole-range'

interface RunChartsProps {
  readonly run: RunPageData
  readonly data: RunSeriesData
}

/** Everything measured over training steps; one cursor and one zoom for all charts. */
export function RunCharts({ run, data: whole }: RunChartsProps) {
  const router = useRouter()
  const colors = useChartColors()
  const { view, setZoom, controls } = useChartView()
  const live = isLive(run.status)
  // Another trainer's run has no episodes here, and our notes on how we measure do not fit.
  const external = run.kind === 'external'
  const axis = useStepAxes([run.id], view.across, live)(run.id)
  const data = useZoomedSeries(whole, { run: run.id, zoom: view.zoom, axis, live })
  const charts = useMemo(() => prepareCharts(data.series, colors, axis), [data, colors, axis])
  const turns = useMemo(() => turnRewards(data.series), [data])
  const distribution = useMemo(() => distributionCharts(run.evaluations, colors, axis), [run.evaluations, colors, axis])
  const bands = useMemo(
    () => bandsOf(run).map((band) => ({ ...band, from: axis.at(band.from), to: axis.at(band.to) })),
    [run, axis],
  )
  const range = useMemo(
    () => wholeRange([...charts.map(({ lines }) => lines), distribution.accuracy]),
    [charts, distribution],
  )
  const open = useCallback(
    (source: LineSource, fromStep: number, toStep: number) =>
      router.push(episodesBehind({ run: run.id, source, fromStep, toStep, stages: run.stages })),
    [router, run.id, run.stages],
  )
  if (charts.length === 0) return <NothingMeasured live={live} external={external} />
  const shared = {
    bands,
    view,
    whole: range,
    sync: `run-${run.id}`,
    onZoom: setZoom,
    open: external ? undefined : open,
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-xs text-ink-soft">
        <ViewControls {...controls} {...(external ? { offered: ['step', 'time'] as const } : {})} />
      </div>
      {turns.size > 0 && (
        <Panel title="Turn reward by turn and step" note="Which turns of a dialogue the policy has learnt">
          <HeatMap
            title={`Turn reward by turn and step, ${run.name} #${run.id}`}
            turns={turns}
            onPick={({ turn, fromStep, toStep }) => open({ partition: 'train', turn }, fromStep, toStep)}
          />
        </Panel>
      )}
      <DistributionPanel charts={distribution} shared={shared} />
      <div className="grid grid-cols-1 gap-3 lg:grid-cols-2 2xl:grid-cols-3 lg:max-2xl:[&>*:last-child:nth-child(odd)]:col-span-2">
        {charts.map((chart) => (
          <RunChartPanel
            key={chart.id}
            chart={{ ...chart, note: external ? chart.unitNote : chart.note, smooths: chart.id !== 'accuracy' }}
            {...shared}
          />
        ))}
      </div>
    </>
  )
}

function bandsOf(run: RunPageData): StageBand[] {
  return run.stages.flatMap((stage) =>
    stage.startStep === null
      ? []
      : [{ from: stage.startStep, to: stage.endStep ?? run.trainingStep, label: stage.plan?.title ?? stage.name }],
  )
}
