import type uPlot from 'uplot'

/** A stage of the curriculum behind the lines; where it lies from left to right. */
export interface StageBand {
  readonly from: number
  readonly to: number
  readonly label: string
}

/** Shades stages in turn and names them where there is room. */
export function drawStages(plot: uPlot, bands: readonly StageBand[], colors: { ink: string; line: string }): void {
  const { ctx, bbox } = plot
  ctx.save()
  // uPlot leaves its axes' alignment behind.
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  ctx.font = `${10 * devicePixelRatio}px "Inter Variable", sans-serif`
  bands.forEach((band, index) => {
    const left = Math.max(bbox.left, plot.valToPos(band.from, 'x', true))
    const right = Math.min(bbox.left + bbox.width, plot.valToPos(band.to, 'x', true))
    if (right <= left) return
    ctx.globalAlpha = index % 2 ? 0.28 : 0.1
    ctx.fillStyle = colors.line
    ctx.fillRect(left, bbox.top, right - left, bbox.height)
    ctx.globalAlpha = 1
    ctx.fillStyle = colors.ink
    if (ctx.measureText(band.label).width < right - left - 8) {
      ctx.fillText(band.label, left + 4, bbox.top + 10 * devicePixelRatio)
    }
  })
  ctx.restore()
}
