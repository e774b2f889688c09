import { type StepAxisKind, stepAxisKinds } from '@/components/charts/step-axis'
import type { ValueAxis } from '@/components/charts/value-scale'

/** How charts are looked at, as the URL says it: `?smooth=0.8&zoom=10-60&x=time&y=log`. */
export interface ChartView {
  /** 0–0.95. */
  readonly smoothing: number
  /** In the unit of what runs across; null: all. */
  readonly zoom: readonly [number, number] | null
  readonly across: StepAxisKind
  readonly valueAxis: ValueAxis
}

export const usualSmoothing = 0.6
const mostSmoothing = 0.95

type Query = { get(name: string): string | null }

/** Reads the URL; what it does not understand it leaves out. */
export function readChartView(query: Query): ChartView {
  const text = query.get('smooth')
  const smoothing = text === null || text === '' ? Number.NaN : Number(text)
  const zoom = /^(\d{1,9})-(\d{1,9})$/.exec(query.get('zoom') ?? '')
  const [from, to] = [Number(zoom?.[1]), Number(zoom?.[2])]
  return {
    smoothing: smoothing >= 0 && smoothing <= mostSmoothing ? smoothing : usualSmoothing,
    zoom: zoom && from < to ? [from, to] : null,
    across: stepAxisKinds.find((kind) => kind === query.get('x')) ?? 'step',
    valueAxis: query.get('y') === 'log' ? 'log' : 'linear',
  }
}

export const smoothingInUrl = (smoothing: number): string | null =>
  smoothing === usualSmoothing ? null : String(smoothing)

/** Whole numbers around the range, at least one apart. */
export function zoomInUrl(zoom: ChartView['zoom']): string | null {
  if (!zoom) return null
  const from = Math.max(0, Math.floor(zoom[0]))
  return `${from}-${Math.max(from + 1, Math.ceil(zoom[1]))}`
}
