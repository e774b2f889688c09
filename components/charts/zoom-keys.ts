export type Range = readonly [number, number]

export interface ZoomState {
  /** Everything there is. */
  readonly whole: Range
  /** null: everything is shown. */
  readonly zoom: Range | null
  /** Where the cursor stands; null: nowhere, then the middle is zoomed. */
  readonly cursor: number | null
}

const closer = 0.5
const stride = 0.25
/** Nothing is told apart below one step, one episode or one second. */
const narrowest = 1

/**
 * What a key does to the shown range: + and − zoom about the cursor, Shift with an arrow pans, 0 and Escape show
 * everything. undefined: the key is none of these; null: everything is shown.
 */
export function zoomByKey(key: string, isShift: boolean, { whole, zoom, cursor }: ZoomState): Range | null | undefined {
  const [from, to] = zoom ?? whole
  const width = to - from
  if (key === '0' || (key === 'Escape' && zoom)) return null
  if (key === '+' || key === '=') return scaled(from, to, cursor, closer, whole)
  if (key === '-' || key === '_') return zoom ? scaled(from, to, cursor, 1 / closer, whole) : null
  if (isShift && key === 'ArrowLeft') return zoom ? inside(from - width * stride, width, whole) : null
  if (isShift && key === 'ArrowRight') return zoom ? inside(from + width * stride, width, whole) : null
  return undefined
}

function scaled(from: number, to: number, cursor: number | null, factor: number, whole: Range): Range | null {
  const centre = cursor !== null && cursor >= from && cursor <= to ? cursor : (from + to) / 2
  const width = Math.max(narrowest, (to - from) * factor)
  const share = to > from ? (centre - from) / (to - from) : 0.5
  return inside(centre - width * share, width, whole)
}

/** The range, moved into the whole; null when it is the whole. */
function inside(from: number, width: number, [least, most]: Range): Range | null {
  if (width >= most - least) return null
  const start = Math.min(Math.max(from, least), most - width)
  return [start, start + width]
}
