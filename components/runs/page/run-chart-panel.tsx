'use client'

import type { StageBand } from '@/components/charts/draw-stages'
import { LineChart } from '@/components/charts/line-chart'
import { WhenVisible } from '@/components/charts/when-visible'
import type { Range } from '@/components/charts/zoom-keys'
import { percent, points, quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import type { ChartView } from './chart-view'
import type { LineSource } from './episodes-behind'
import type { RunChart, RunLine } from './prepare-charts'

/** What all charts of a run's page have in common. */
export interface SharedCharts {
  readonly bands: readonly StageBand[]
  readonly view: ChartView
  readonly whole: Range
  readonly sync: string
  readonly onZoom: (range: Range | null) => void
  /** Opens the episodes that a point stands for; undefined: there are none here. */
  readonly open: ((source: LineSource, fromStep: number, toStep: number) => void) | undefined
}

interface PanelChart {
  readonly title: string
  readonly note: string
  readonly unitNote: string
  readonly unit: RunChart['unit'] | 'points'
  readonly wholeRange: boolean
  readonly lines: readonly RunLine[]
  /** False: single measurements, which no average says better. */
  readonly smooths?: boolean
}

const formats = { share: (value: number) => percent(value, 0), points }
const shareDomain = [0, 1] as const
const chartHeight = 200

/** One chart of a run: its series over the steps, with the stages behind them. */
export function RunChartPanel({ chart, ...shared }: { readonly chart: PanelChart } & SharedCharts) {
  const { bands, view, whole, sync, onZoom, open } = shared
  return (
    <Panel title={chart.title} note={chart.note}>
      <WhenVisible height={chartHeight + 32}>
        <LineChart
          title={chart.title}
          valueLabel={chart.unitNote}
          lines={chart.lines}
          stages={bands}
          height={chartHeight}
          smoothing={chart.smooths === false ? 0 : view.smoothing}
          valueAxis={view.valueAxis}
          across={view.across}
          {...(chart.wholeRange ? { domain: shareDomain } : {})}
          format={chart.unit === 'share' || chart.unit === 'points' ? formats[chart.unit] : quantity}
          {...{ sync, whole, onZoom }}
          zoom={view.zoom}
          onPick={
            open &&
            (({ line, fromStep, toStep }) => {
              const picked = chart.lines[line]
              if (picked) open(picked.source, fromStep, toStep)
            })
          }
        />
      </WhenVisible>
    </Panel>
  )
}
