import type uPlot from 'uplot'
import { drawExtremes } from './draw-extremes'
import { drawMarks } from './draw-marks'
import { type ChartColors, drawStages, nameStages, type StageBand } from './draw-stages'
import type { LineInput, LineRow, PreparedLines } from './prepare-lines'
import { showReadout } from './readout'
import { axisNumbers } from './short-number'
import type { AxisWords } from './step-axis'
import type { ValueScale } from './value-scale'
import type { Range } from './zoom-keys'

/** What changes without a new chart; asked for at every drawing. */
export interface Drawn {
  readonly prepared: PreparedLines
  /** One a line: smoothed, where the chart smooths. */
  readonly rows: readonly LineRow[]
  readonly stages: readonly StageBand[]
  readonly range: Range
}

interface ChartOptionsInput {
  readonly width: number
  readonly height: number
  readonly lines: readonly LineInput[]
  /** The raw lines are drawn faintly behind the smoothed ones. */
  readonly faint: boolean
  readonly scale: ValueScale
  readonly words: AxisWords
  readonly colors: ChartColors
  readonly show: (value: number | null) => string
  readonly sync: string | undefined
  readonly drawn: () => Drawn
  readonly onZoom: (range: Range | null) => void
  readonly onPick: () => void
}

const font = '11px "Inter Variable", sans-serif'
/** Pixels that a tick of the lower axis needs. */
const tickRoom = 90

/** uPlot's options for prepared lines. */
export function chartOptions(input: ChartOptionsInput): uPlot.Options {
  const { width, height, lines, faint, scale, words, colors, show, sync, drawn } = input
  const axis = { stroke: colors.ink, font, grid: { stroke: colors.line, width: 1 }, ticks: { show: false } }
  const series = lines.map((line) => ({
    label: line.label,
    stroke: line.color,
    width: line.width ?? 1.5,
    dash: line.dash as number[] | undefined,
    points: { fill: colors.surface },
  }))
  const domain = () => [...drawn().prepared.domain] as [number, number]
  return {
    width,
    height,
    legend: { show: false },
    cursor: {
      ...(sync ? { sync: { key: sync, scales: ['x', null] } } : {}),
      drag: { x: true, y: false, setScale: false },
      points: { size: 5 },
    },
    scales: {
      x: { time: false, range: () => [...drawn().range] as [number, number] },
      y:
        scale.kind === 'linear'
          ? { range: domain }
          : { distr: 100, fwd: scale.forward, bwd: scale.inverse, range: domain },
    },
    axes: [
      {
        ...axis,
        size: 26,
        splits: (plot, _, min, max) => [...words.ticks(min, max, Math.max(2, plot.width / tickRoom))],
        values: (_, ticks) => ticks.map(words.tick),
      },
      {
        ...axis,
        size: 52,
        splits: (_, __, min, max) => [...scale.ticks(min, max)],
        // uPlot would leave out some of a scale that is not linear
        filter: (_, splits) => splits,
        values: (_, ticks) => axisNumbers(ticks.map(show), scale.kind),
      },
    ],
    series: [
      {},
      ...(faint ? series.map((line) => ({ ...line, alpha: 0.25, points: { show: false } })) : []),
      ...series,
    ],
    hooks: {
      drawClear: [(plot) => drawStages(plot, drawn().stages, colors)],
      drawAxes: [
        (plot) => drawExtremes(plot, drawn().prepared.bands, lines),
        (plot) => nameStages(plot, drawn().stages, colors),
      ],
      draw: [(plot) => drawMarks(plot, drawn().prepared.marks, lines)],
      setCursor: [(plot) => showReadout(plot, { lines, rows: drawn().rows, place: words.format, show })],
      setSelect: [
        (plot) => {
          const { left, width: selected } = plot.select
          if (selected < 4) return
          input.onZoom([plot.posToVal(left, 'x'), plot.posToVal(left + selected, 'x')])
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
        },
      ],
      ready: [(plot) => listen(plot, input)],
    },
  }
}

function listen(plot: uPlot, input: ChartOptionsInput): void {
  let down = 0
  plot.over.addEventListener('mousedown', (event) => {
    down = event.clientX
  })
  plot.over.addEventListener('click', (event) => {
    if (Math.abs(event.clientX - down) < 3) input.onPick()
  })
  plot.over.addEventListener('dblclick', () => input.onZoom(null))
}
