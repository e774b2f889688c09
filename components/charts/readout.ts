import type uPlot from 'uplot'
import { nearestLines } from './nearest-lines'
import { valueAt } from './pick-point'
import type { LineInput, LineRow } from './prepare-lines'

interface ReadoutInput {
  readonly lines: readonly LineInput[]
  /** As drawn. */
  readonly rows: readonly LineRow[]
  readonly place: (x: number) => string
  readonly show: (value: number | null) => string
}

/** Writes the values under the cursor into a small box inside the plot. */
export function showReadout(plot: uPlot, { lines, rows, place, show }: ReadoutInput): void {
  const box = plot.over.querySelector<HTMLDivElement>('.readout') ?? newBox(plot)
  const { idx, left = -1 } = plot.cursor
  const x = idx == null ? undefined : plot.data[0][idx]
  if (idx == null || x === undefined || left < 0) {
    box.style.display = 'none'
    return
  }
  const values = rows.map((row) => valueAt(row, idx))
  const read = nearestLines(values, plot.posToVal(plot.cursor.top ?? 0, 'y'))
  box.replaceChildren(
    lineOf(place(x)),
    ...read.map((index) => lineOf(`${lines[index]?.label}  ${show(values[index] ?? null)}`, lines[index]?.color)),
  )
  box.style.display = 'block'
  box.style.top = '4px'
  const isRight = left > plot.over.clientWidth / 2
  box.style.left = isRight ? '' : `${left + 10}px`
  box.style.right = isRight ? `${plot.over.clientWidth - left + 10}px` : ''
}

function newBox(plot: uPlot): HTMLDivElement {
  const box = document.createElement('div')
  box.className =
    'readout pointer-events-none absolute z-10 max-w-full rounded border border-line bg-surface px-1.5 py-1 text-2xs text-ink shadow-sm tabular-nums'
  plot.over.append(box)
  return box
}

function lineOf(text: string, color?: string): HTMLDivElement {
  const element = document.createElement('div')
  element.textContent = text
  element.className = 'truncate pl-1'
  if (color) element.style.borderLeft = `2px solid ${color}`
  return element
}
