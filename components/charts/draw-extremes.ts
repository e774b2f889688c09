import type uPlot from 'uplot'
import type { LineInput, PreparedLines } from './prepare-lines'

/** Fills, behind the lines, what lies between the least and the greatest value that each point stands for. */
export function drawExtremes(plot: uPlot, bands: PreparedLines['bands'], lines: readonly LineInput[]): void {
  const { ctx, bbox } = plot
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height)
  ctx.clip()
  ctx.globalAlpha = 0.16
  bands.forEach((band, index) => {
    if (!band) return
    ctx.fillStyle = lines[index]?.color ?? 'currentColor'
    ctx.fill(outline(plot, band))
  })
  ctx.restore()
}

function outline(plot: uPlot, band: NonNullable<PreparedLines['bands'][number]>): Path2D {
  const path = new Path2D()
  const place = (x: number) => plot.valToPos(x, 'x', true)
  const height = (value: number) => plot.valToPos(value, 'y', true)
  for (const [x, , high] of band) path.lineTo(place(x), height(high))
  for (const [x, low] of [...band].reverse()) path.lineTo(place(x), height(low))
  path.closePath()
  return path
}
