import type { HeatMap } from '../prepare-heat-map'
import { axisWords } from '../step-axis'
import { paperColor } from './paper-color'
import { plotFrame } from './plot-frame'
import { drawing, element, words } from './svg-text'

const size = { width: 760, left: 74, right: 18, top: 38, row: 26, below: 78 }
const accent = paperColor('oklch(0.5 0.15 255)', false)
const missing = '#eeeeee'
const keySteps = 10

/** The heat map as an SVG document of vectors, on white, with title, axes and the colours' key. */
export function heatMapSvg(title: string, { turns, columns, cells }: HeatMap): string {
  const box = {
    left: size.left,
    top: size.top,
    width: size.width - size.left - size.right,
    height: turns.length * size.row,
  }
  const cell = box.width / Math.max(1, columns.length)
  const rows = new Map(turns.map((turn, row) => [turn, box.top + row * size.row]))
  const ticks = axisWords.step.ticks(columns[0]?.fromStep ?? 0, columns.at(-1)?.toStep ?? 1, 8)
  const columnOf = (step: number) => columns.findIndex(({ toStep }) => step <= toStep)
  return drawing(size.width, box.top + box.height + size.below, title, [
    ...plotFrame({
      ...{ box, title },
      across: {
        label: axisWords.step.label,
        ticks: ticks.map((step) => ({ at: box.left + (columnOf(step) + 0.5) * cell, text: axisWords.step.tick(step) })),
      },
      up: {
        label: 'turn',
        ticks: turns.map((turn) => ({ at: (rows.get(turn) ?? 0) + size.row / 2, text: String(turn + 1) })),
      },
    }),
    ...cells.map(({ turn, column, value }) =>
      element('rect', {
        ...{ x: box.left + column * cell, y: rows.get(turn) ?? 0, width: cell + 0.2, height: size.row - 1 },
        ...(value === null ? { fill: missing } : { fill: accent, 'fill-opacity': 0.06 + 0.94 * value }),
      }),
    ),
    ...colorKey(box.left, box.top + box.height + 58),
  ])
}

function colorKey(left: number, y: number): string[] {
  const width = 12
  const end = left + (keySteps + 1) * width
  return [
    ...Array.from({ length: keySteps + 1 }, (_, index) =>
      element('rect', {
        ...{ x: left + index * width, y: y - 9, width, height: 10, fill: accent },
        'fill-opacity': 0.06 + (0.94 * index) / keySteps,
      }),
    ),
    words({ x: end + 8, y }, 'mean turn reward from 0 to 1'),
    element('rect', { x: end + 190, y: y - 9, width, height: 10, fill: missing }),
    words({ x: end + 208, y }, 'not played'),
  ]
}
