import { shortLabel } from '../label-ends'
import { element, words } from './svg-text'

/** Where the plot lies in its drawing. */
export interface PlotBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Tick {
  /** Pixels from the left or from the top of the drawing. */
  readonly at: number
  readonly text: string
}

interface PlotFrame {
  readonly box: PlotBox
  readonly title: string
  readonly across: { readonly label: string; readonly ticks: readonly Tick[] }
  readonly up: { readonly label: string; readonly ticks: readonly Tick[] }
}

const ink = '#333333'
const faint = '#666666'
const grid = '#e2e2e6'

/** Title, grid, ticks and names of both axes. */
export function plotFrame({ box, title, across, up }: PlotFrame): string[] {
  const { left, top, width, height } = box
  const bottom = top + height
  return [
    words({ x: left, y: 22, 'font-size': 14, 'font-weight': 600, fill: ink }, title),
    ...up.ticks.flatMap(({ at, text }) => [
      element('line', { x1: left, x2: left + width, y1: at, y2: at, stroke: grid }),
      words({ x: left - 6, y: at + 4, 'text-anchor': 'end', fill: faint }, text),
    ]),
    ...across.ticks.flatMap(({ at, text }) => [
      element('line', { x1: at, x2: at, y1: top, y2: bottom, stroke: grid }),
      words({ x: at, y: bottom + 16, 'text-anchor': 'middle', fill: faint }, text),
    ]),
    element('path', { d: `M${left} ${top}V${bottom}H${left + width}`, fill: 'none', stroke: faint }),
    words({ x: left + width / 2, y: bottom + 34, 'text-anchor': 'middle', fill: ink }, across.label),
    words({ 'text-anchor': 'middle', fill: ink, transform: `translate(14 ${top + height / 2}) rotate(-90)` }, up.label),
  ]
}

interface LegendEntry {
  readonly label: string
  readonly color: string
  readonly dash?: readonly number[] | undefined
}

const columnWidth = 230
const rowHeight = 17
const mostLetters = 34

/** How high a legend of so many names is. */
export const legendHeight = (names: number, width: number): number =>
  Math.ceil(names / Math.max(1, Math.floor(width / columnWidth))) * rowHeight

/** Names of the lines in columns, below the plot. */
export function legendBelow(entries: readonly LegendEntry[], { left, width }: PlotBox, top: number): string[] {
  const columns = Math.max(1, Math.floor(width / columnWidth))
  return entries.flatMap(({ label, color, dash }, index) => {
    const x = left + (index % columns) * columnWidth
    const y = top + Math.floor(index / columns) * rowHeight
    return [
      element('line', {
        ...{ x1: x, x2: x + 20, y1: y, y2: y, stroke: color, 'stroke-width': 2 },
        'stroke-dasharray': dash?.join(' '),
      }),
      words({ x: x + 26, y: y + 4, fill: ink }, shortLabel(label, mostLetters)),
    ]
  })
}
