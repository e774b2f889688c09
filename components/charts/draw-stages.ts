import type uPlot from 'uplot'

/** A stage of the curriculum behind the lines; where it lies from left to right. */
export interface StageBand {
  readonly from: number
  readonly to: number
  readonly label: string
}

export interface ChartColors {
  readonly ink: string
  readonly line: string
  /** What the chart lies on. */
  readonly surface: string
}

/** Shades stages in turn. */
export function drawStages(plot: uPlot, bands: readonly StageBand[], { line }: ChartColors): void {
  const { ctx, bbox } = plot
  ctx.save()
  ctx.fillStyle = line
  bands.forEach((band, index) => {
    const { left, right } = edgesOf(plot, band)
    if (right <= left) return
    ctx.globalAlpha = index % 2 ? 0.28 : 0.1
    ctx.fillRect(left, bbox.top, right - left, bbox.height)
  })
  ctx.restore()
}

/** Names stages where there is room, on top of the grid and legible before it. */
export function nameStages(plot: uPlot, bands: readonly StageBand[], { ink, surface }: ChartColors): void {
  const { ctx, bbox } = plot
  ctx.save()
  // uPlot leaves its axes' alignment behind.
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  ctx.font = `${10 * devicePixelRatio}px "Inter Variable", sans-serif`
  ctx.fillStyle = ink
  ctx.strokeStyle = surface
  ctx.lineWidth = 3 * devicePixelRatio
  ctx.lineJoin = 'round'
  for (const band of bands) {
    const { left, right } = edgesOf(plot, band)
    if (ctx.measureText(band.label).width >= right - left - 8) continue
    const place = [band.label, left + 4, bbox.top + 10 * devicePixelRatio] as const
    ctx.strokeText(...place)
    ctx.fillText(...place)
  }
  ctx.restore()
}

function edgesOf({ bbox, valToPos }: uPlot, { from, to }: StageBand) {
  return {
    left: Math.max(bbox.left, valToPos(from, 'x', true)),
    right: Math.min(bbox.left + bbox.width, valToPos(to, 'x', true)),
  }
}
