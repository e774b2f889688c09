/** The widths that series are kept at, in steps: 1, or a power-of-two multiple of this. */
const fine = 64

/** An index holds rows of up to 2,704 bytes: what a name and its row's head leave, at 12 a point. */
const roomBytes = 2450
const pointBytes = 12
const mostPoints = 200

/** The narrowest width at which a series up to this step has few enough points for its outline. */
export function outlineWidth(name: string, lastStep: number): number {
  const room = Math.floor((roomBytes - new TextEncoder().encode(name).length) / pointBytes)
  const most = Math.min(mostPoints, room)
  // steps 0 to lastStep; a stretch may begin before the first
  const stretches = (width: number) => Math.floor(lastStep / width) + 1
  if (stretches(1) <= most) return 1
  let width = fine
  while (stretches(width) > most) width *= 2
  return width
}

export interface Points {
  readonly steps: readonly number[]
  readonly values: readonly number[]
}

/** The points after one step and up to another. */
export function pointsBetween(after: number, until: number, { steps, values }: Points): Points {
  const from = steps.findIndex((step) => step > after)
  const end = steps.findLastIndex((step) => step <= until) + 1
  return from === -1 ? { steps: [], values: [] } : { steps: steps.slice(from, end), values: values.slice(from, end) }
}

/** The last point of each stretch of `width` steps. */
export function lastOfEach(width: number, { steps, values }: Points): Points {
  if (width === 1) return { steps, values }
  const last = steps.flatMap((step, index) => {
    const next = steps[index + 1]
    return next === undefined || Math.floor(next / width) !== Math.floor(step / width) ? [index] : []
  })
  return { steps: last.flatMap((index) => steps[index] ?? []), values: last.flatMap((index) => values[index] ?? []) }
}
