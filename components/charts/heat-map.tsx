'use client'

import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react'
import { percent } from '@/components/ui/format'
import { heatMapSvg } from './export/heat-map-svg'
import { SaveMenu } from './export/save-menu'
import {
  type HeatMapCell,
  type HeatMap as HeatMapData,
  type HeatMapInput,
  neighbourCell,
  prepareHeatMap,
} from './prepare-heat-map'

interface HeatMapProps {
  readonly title: string
  readonly turns: HeatMapInput['turns']
  readonly onPick: (cell: HeatMapCell) => void
}

const rowHeight = 22
const most = 160

/** Turn index × training step, coloured by mean turn reward; a click opens that step's episodes. */
export function HeatMap({ title, turns, onPick }: HeatMapProps) {
  const map = useMemo(() => prepareHeatMap({ turns, columns: most }), [turns])
  const [at, setShown] = useState<Pick<HeatMapCell, 'turn' | 'column'> | null>(null)
  // The map may have grown since: the cell is looked up in the present one.
  const shown = at && (map.cells.find(({ turn, column }) => turn === at.turn && column === at.column) ?? null)
  const onKey = (event: KeyboardEvent) => {
    const next = neighbourCell(map, shown, event.key)
    if (!next) return
    event.preventDefault()
    setShown(next)
  }
  const height = map.turns.length * rowHeight
  return (
    <figure>
      <div className="flex gap-2">
        <div aria-hidden className="flex w-12 shrink-0 flex-col text-right text-2xs text-ink-faint">
          {map.turns.map((turn) => (
            <span key={turn} style={{ height: rowHeight, lineHeight: `${rowHeight}px` }}>
              turn {turn + 1}
            </span>
          ))}
        </div>
        <button
          type="button"
          aria-label={`Turn reward by turn index and training step: ${map.turns.length} turns, ${map.columns.length} columns. Arrow keys choose a cell, Enter opens its episodes.`}
          className="relative min-w-0 flex-1 cursor-pointer"
          style={{ height }}
          onMouseMove={(event) => setShown(cellAt(event, map))}
          onMouseLeave={() => setShown(null)}
          onBlur={() => setShown(null)}
          onKeyDown={onKey}
          onClick={() => shown && onPick(shown)}
        >
          <svg
            aria-hidden
            viewBox={`0 0 ${Math.max(1, map.columns.length)} ${Math.max(1, height)}`}
            preserveAspectRatio="none"
            className="size-full rounded-sm text-accent"
          >
            {map.cells.map((cell) => (
              <rect
                key={`${cell.turn}/${cell.column}`}
                x={cell.column}
                y={map.turns.indexOf(cell.turn) * rowHeight}
                width={1.02}
                height={rowHeight - 1}
                fill={cell.value === null ? 'var(--raised)' : 'currentColor'}
                fillOpacity={cell.value === null ? 1 : 0.06 + 0.94 * cell.value}
              />
            ))}
            {at && (
              <rect
                x={at.column}
                y={map.turns.indexOf(at.turn) * rowHeight}
                width={1}
                height={rowHeight - 1}
                fill="none"
                stroke="var(--ink)"
                strokeWidth={2}
                vectorEffect="non-scaling-stroke"
              />
            )}
          </svg>
        </button>
      </div>
      <figcaption className="mt-1.5 flex min-h-4 items-center justify-between gap-2 text-2xs text-ink-soft tabular-nums">
        <output>
          {shown ? describeCell(shown) : 'Mean reward of each turn; point at a cell, or use the arrow keys'}
        </output>
        <span className="flex items-center gap-1.5">
          0
          <span aria-hidden className="h-2 w-20 rounded-sm bg-linear-to-r from-accent/5 to-accent" />1
          <SaveMenu title={title} draw={() => heatMapSvg(title, map)} />
        </span>
      </figcaption>
    </figure>
  )
}

function cellAt(event: MouseEvent<HTMLElement>, map: HeatMapData): HeatMapCell | null {
  const box = event.currentTarget.getBoundingClientRect()
  const column = Math.floor(((event.clientX - box.left) / box.width) * map.columns.length)
  const row = Math.floor((event.clientY - box.top) / rowHeight)
  return map.cells[row * map.columns.length + column] ?? null
}

function describeCell(cell: HeatMapCell): string {
  const steps = cell.fromStep === cell.toStep ? `step ${cell.fromStep}` : `steps ${cell.fromStep}–${cell.toStep}`
  return `turn ${cell.turn + 1}, ${steps}: ${cell.value === null ? 'not reached' : percent(cell.value)}`
}
