import type uPlot from 'uplot'
import { valueAt } from './pick-point'
import type { LineRow } from './prepare-lines'

/** Which point the keyboard is at. */
export interface CursorPlace {
  readonly index: number
  readonly line: number
}

/** Where an arrow leads: left and right along the measured places, up and down from line to line. */
export function nextPlace(key: string, place: CursorPlace | null, shown: readonly number[], lines: number) {
  const first = shown[0]
  const last = shown.at(-1)
  if (first === undefined || last === undefined || lines === 0) return null
  const at = place && place.index >= first && place.index <= last ? place : null
  const turn = (by: number) => ((at?.line ?? 0) + by + lines) % lines
  switch (key) {
    case 'ArrowLeft':
      return at ? { ...at, index: Math.max(first, at.index - 1) } : { index: last, line: 0 }
    case 'ArrowRight':
      return at ? { ...at, index: Math.min(last, at.index + 1) } : { index: first, line: 0 }
    case 'ArrowUp':
      return { index: at?.index ?? last, line: turn(-1) }
    case 'ArrowDown':
      return { index: at?.index ?? last, line: turn(1) }
    case 'Home':
      return { index: first, line: at?.line ?? 0 }
    case 'End':
      return { index: last, line: at?.line ?? 0 }
    default:
      return null
  }
}

/** Puts the chart's cursor, and that of all charts in step with it, on a point. */
export function moveCursor(plot: uPlot, rows: readonly LineRow[], { index, line }: CursorPlace): void {
  const x = plot.data[0][index]
  if (x === undefined) return
  const value = valueAt(rows[line], index)
  const top = value === null ? plot.over.clientHeight / 2 : plot.valToPos(value, 'y')
  setAll(plot, { left: plot.valToPos(x, 'x'), top })
}

/** Takes the cursor away, from all charts in step. */
export const hideCursor = (plot: uPlot): void => setAll(plot, { left: -10, top: -10 })

type SetCursor = (place: { left: number; top: number }, fires?: boolean, isTold?: boolean) => void

/** uPlot tells charts in step only when its third argument, which its types leave out, says so. */
function setAll(plot: uPlot, place: { left: number; top: number }): void {
  const setCursor: SetCursor = plot.setCursor
  setCursor(place, true, true)
}
