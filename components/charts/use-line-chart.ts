'use client'

import { useTheme } from 'next-themes'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import uPlot from 'uplot'
import { chartOptions, type Drawn } from './chart-options'
import { type CursorPlace, hideCursor, moveCursor, nextPlace } from './move-cursor'
import { type PickedPoint, pickPoint, valueAt } from './pick-point'
import type { LineInput, LineRow, PreparedLines } from './prepare-lines'
import type { AxisWords } from './step-axis'
import { type Range, zoomByKey } from './zoom-keys'

interface LineChartState extends Omit<Drawn, 'range'> {
  readonly lines: readonly LineInput[]
  readonly isSmoothed: boolean
  readonly whole: Range
  readonly zoom: Range | null
  readonly words: AxisWords
  readonly height: number
  /** Index of the line that stands out; null: none. */
  readonly lit: number | null
  readonly format: (value: number) => string
  readonly sync: string | undefined
  readonly onZoom: ((range: Range | null) => void) | undefined
  readonly onPick: ((point: PickedPoint) => void) | undefined
}

/** Keeps a uPlot chart in step with what is given, and moves about in it by keyboard. */
export function useLineChart(state: LineChartState) {
  const { lines, prepared, rows, isSmoothed, whole, zoom, words, height, lit, sync } = state
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<uPlot | null>(null)
  const place = useRef<CursorPlace | null>(null)
  const [said, setSaid] = useState('')
  const { resolvedTheme } = useTheme()
  const now = useRef(state)
  now.current = state
  const data = useMemo(() => tableOf(prepared, rows, isSmoothed), [prepared, rows, isSmoothed])
  const { kind, threshold } = prepared.scale
  const shape = [
    ...lines.map(({ label, color, dash, width }) => `${label}${color}${dash}${width}`),
    ...[isSmoothed, kind, threshold, words.label],
  ].join('|')

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for what rebuilds; data has its own effect
  useEffect(() => {
    const element = host.current
    if (!element) return
    const plot = new uPlot(optionsOf(now, chart, element), data, element)
    chart.current = plot
    const resize = new ResizeObserver(([entry]) => {
      if (entry) plot.setSize({ width: Math.floor(entry.contentRect.width), height })
    })
    resize.observe(element)
    return () => {
      resize.disconnect()
      plot.destroy()
      chart.current = null
    }
  }, [shape, height, resolvedTheme, sync])

  const [from, to] = zoom ?? whole
  // biome-ignore lint/correctness/useExhaustiveDependencies: other ends are another picture of the same data
  useEffect(() => {
    chart.current?.setData(data, true)
  }, [data, from, to])
  useEffect(() => {
    if (chart.current) lightLine(chart.current, now.current.lines.length, lit)
  }, [lit])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !chart.current) return
    if (!actOn(event, now.current, chart.current, place, setSaid)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onBlur = () => {
    place.current = null
    if (chart.current) hideCursor(chart.current)
  }
  return { host, said, onKeyDown, onBlur }
}

interface Kept<T> {
  current: T
}

function optionsOf(now: Kept<LineChartState>, chart: Kept<uPlot | null>, element: HTMLElement): uPlot.Options {
  const style = getComputedStyle(document.documentElement)
  const { lines, isSmoothed, prepared, words, height, sync } = now.current
  return chartOptions({
    ...{ lines, words, height, sync, faint: isSmoothed, scale: prepared.scale },
    width: element.clientWidth || 300,
    colors: {
      ink: style.getPropertyValue('--ink-faint'),
      line: style.getPropertyValue('--line'),
      surface: style.getPropertyValue('--surface'),
    },
    show: (value) => (value === null ? '–' : now.current.format(value)),
    drawn: () => ({ ...now.current, range: now.current.zoom ?? now.current.whole }),
    onZoom: (range) => now.current.onZoom?.(range),
    onPick: () => chart.current && pickAtCursor(now.current, chart.current),
  })
}

function pickAtCursor({ lines, rows, prepared, onPick }: LineChartState, plot: uPlot): void {
  const { idx, left, top } = plot.cursor
  if (!onPick || idx == null || left == null || top == null || left < 0) return
  const { forward } = prepared.scale
  const at = { index: idx, x: plot.posToVal(left, 'x'), height: forward(plot.posToVal(top, 'y')) }
  const point = pickPoint(lines, rows, at, forward)
  if (point) onPick(point)
}

/** Whether the key was one of the chart's. */
function actOn(
  event: KeyboardEvent,
  state: LineChartState,
  plot: uPlot,
  place: Kept<CursorPlace | null>,
  say: (text: string) => void,
): boolean {
  const { whole, zoom, prepared, rows, lines, words, format } = state
  const cursor = place.current ? (prepared.xs[place.current.index] ?? null) : null
  const range = zoomByKey(event.key, event.shiftKey, { whole, zoom, cursor })
  if (range !== undefined) {
    state.onZoom?.(range)
    return true
  }
  if (event.key === 'Enter' && place.current) {
    pickAtCursor(state, plot)
    return true
  }
  const [from, to] = zoom ?? whole
  const shown = prepared.xs.flatMap((x, index) => (x >= from && x <= to ? [index] : []))
  const next = nextPlace(event.key, place.current, shown, lines.length)
  if (!next) return false
  place.current = next
  moveCursor(plot, rows, next)
  const value = valueAt(rows[next.line], next.index)
  say(
    `${words.format(prepared.xs[next.index] ?? 0)}, ${lines[next.line]?.label}: ${value === null ? 'none' : format(value)}`,
  )
  return true
}

/** The other lines step back. */
function lightLine(plot: uPlot, count: number, lit: number | null): void {
  plot.series.forEach((series, index) => {
    if (index === 0) return
    const isRaw = plot.series.length - 1 > count && index <= count
    const isBack = lit !== null && (index - 1) % count !== lit
    series.alpha = (isRaw ? 0.25 : 1) * (isBack ? 0.15 : 1)
  })
  plot.redraw(false)
}

function tableOf({ xs, rows: raw }: PreparedLines, rows: readonly LineRow[], isSmoothed: boolean): uPlot.AlignedData {
  const drawn = isSmoothed ? [...raw, ...rows] : rows
  return [[...xs], ...drawn.map((row) => [...row])]
}
