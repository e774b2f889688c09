'use client'

import { useTheme } from 'next-themes'
import { useMemo, useState } from 'react'
import 'uplot/dist/uPlot.min.css'
import { ChartLegend } from './chart-legend'
import { describeLines } from './describe-lines'
import type { StageBand } from './draw-stages'
import { linesSvg } from './export/lines-svg'
import { SaveMenu } from './export/save-menu'
import type { PickedPoint } from './pick-point'
import { type LineInput, prepareLines, smooth } from './prepare-lines'
import { shortNumber } from './short-number'
import { axisWords, type StepAxisKind } from './step-axis'
import { useLineChart } from './use-line-chart'
import type { ValueAxis } from './value-scale'
import type { Range } from './zoom-keys'

export interface LineChartProps {
  readonly title: string
  readonly lines: readonly LineInput[]
  /** What the values are, beside the axis of a saved picture; absent: the title. */
  readonly valueLabel?: string
  readonly stages?: readonly StageBand[]
  /** Fixed vertical range, e.g. [0, 1] for shares. */
  readonly domain?: Range
  /** 0–0.99; above 0 the raw line is drawn faintly behind the smoothed one. */
  readonly smoothing?: number
  readonly valueAxis?: ValueAxis
  /** What runs from left to right; the lines' own axes are of this kind. */
  readonly across?: StepAxisKind
  readonly height?: number
  /** False: what the lines are is said elsewhere on the page. */
  readonly legend?: boolean
  readonly format?: (value: number) => string
  /** Charts with the same key share their cursor. */
  readonly sync?: string
  /** From left to right everything that charts in step with this one show; absent: what its lines have. */
  readonly whole?: Range | undefined
  /** In the unit of `across`. */
  readonly zoom?: Range | null
  readonly onZoom?: (range: Range | null) => void
  readonly onPick?: ((point: PickedPoint) => void) | undefined
}

const plain = (value: number) => String(Number(value.toPrecision(4)))

/** Draws prepared lines; live updates replace data without rebuilding the chart. Keys: see `chartKeys`. */
export function LineChart(props: LineChartProps) {
  const { title, lines, stages = [], domain, smoothing = 0, valueAxis = 'linear', across = 'step', zoom = null } = props
  const { height = 200, legend = true, format = plain, valueLabel = title } = props
  const [lit, setLit] = useState<number | null>(null)
  const { resolvedTheme } = useTheme()
  const prepared = useMemo(
    () => prepareLines(lines, { axis: valueAxis, fixed: domain, within: zoom }),
    [lines, valueAxis, domain, zoom],
  )
  const rows = useMemo(
    () => (smoothing > 0 ? prepared.rows.map((row) => smooth(row, smoothing)) : prepared.rows),
    [prepared, smoothing],
  )
  const whole = props.whole ?? endsOf(prepared.xs)
  const words = axisWords[across]
  const { host, said, onKeyDown, onBlur } = useLineChart({
    ...{ lines, prepared, rows, stages, whole, zoom, words, height, lit, format },
    ...{ isSmoothed: smoothing > 0, sync: props.sync, onZoom: props.onZoom, onPick: props.onPick },
  })
  const draw = () =>
    linesSvg({
      ...{ title, lines, prepared, rows, stages, valueLabel },
      ...{ isSmoothed: smoothing > 0, range: zoom ?? whole, across: words, show: format },
      isDark: resolvedTheme === 'dark',
    })
  const { kind, threshold } = prepared.scale
  return (
    <figure className="min-w-0">
      <div
        role="application"
        aria-roledescription="chart"
        aria-label={`${title}: arrow keys move the cursor, plus and minus zoom, Shift with an arrow pans, 0 shows everything${props.onPick ? ', Enter opens the episodes' : ''}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, so it has to take the focus
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        className="rounded-sm"
      >
        <div ref={host} role="img" aria-label={describeLines(title, lines)} className="w-full" style={{ height }} />
      </div>
      <output className="sr-only">{said}</output>
      <figcaption className="mt-1 flex items-start gap-2">
        {legend ? <ChartLegend lines={lines} lit={lit} onLight={setLit} /> : <span className="flex-1" />}
        {kind === 'symlog' && (
          <span className="pt-1 text-2xs whitespace-nowrap text-ink-faint" title="Below it the axis is about linear">
            symlog, ±{shortNumber(format(threshold ?? 0))}
          </span>
        )}
        {lines.length > 0 && <SaveMenu title={title} draw={draw} />}
      </figcaption>
    </figure>
  )
}

/** First and last place; at least one apart, so that a single point has a chart. */
function endsOf(xs: readonly number[]): Range {
  const [first = 0] = xs
  return [first, Math.max(xs.at(-1) ?? 1, first + 1)]
}
