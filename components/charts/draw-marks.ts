import type uPlot from 'uplot'
import type { LineInput, NonFiniteMark } from './prepare-lines'

const font = '"Inter Variable", sans-serif'

/**
 * Marks on the edge of the plot the values that cannot be drawn at their height: each has a tick, and a word where
 * there is room for one.
 */
export function drawMarks(plot: uPlot, marks: readonly NonFiniteMark[], lines: readonly LineInput[]): void {
  const { ctx, bbox } = plot
  ctx.save()
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  ctx.font = `${10 * devicePixelRatio}px ${font}`
  const wordEnds = new Map<number, number>()
  for (const mark of marks) {
    const x = plot.valToPos(mark.x, 'x', true)
    if (x < bbox.left || x > bbox.left + bbox.width) continue
    ctx.fillStyle = lines[mark.line]?.color ?? 'currentColor'
    const isLow = mark.kind === '−∞'
    const edge = isLow ? bbox.top + bbox.height : bbox.top
    const inwards = (isLow ? -1 : 1) * devicePixelRatio
    ctx.fillRect(x - devicePixelRatio / 2, edge, devicePixelRatio, 8 * inwards)
    const half = ctx.measureText(mark.kind).width / 2
    const isRoom = x - half > (wordEnds.get(inwards) ?? bbox.left) && x + half < bbox.left + bbox.width
    if (!isRoom) continue
    ctx.fillText(mark.kind, x, edge + (isLow ? -10 : 22) * devicePixelRatio)
    wordEnds.set(inwards, x + half + 4 * devicePixelRatio)
  }
  ctx.restore()
}
