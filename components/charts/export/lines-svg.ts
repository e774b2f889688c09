import type { StageBand } from '../draw-stages'
import type { LineInput, LineRow, PreparedLines } from '../prepare-lines'
import { axisNumbers, shortNumber } from '../short-number'
import type { AxisWords } from '../step-axis'
import type { Range } from '../zoom-keys'
import { paperColor } from './paper-color'
import { legendBelow, legendHeight, type PlotBox, plotFrame } from './plot-frame'
import { drawing, element, words } from './svg-text'

/** A chart as it is drawn on the screen, in numbers. */
export interface LinesPicture {
  readonly title: string
  readonly lines: readonly LineInput[]
  readonly prepared: PreparedLines
  /** One a line: smoothed, or as measured. */
  readonly rows: readonly LineRow[]
  /** Whether the rows are smoothed: what was measured is then drawn faintly behind them. */
  readonly isSmoothed: boolean
  readonly stages: readonly StageBand[]
  readonly range: Range
  readonly across: AxisWords
  readonly valueLabel: string
  readonly show: (value: number) => string
  readonly isDark: boolean
}

const size = { width: 760, left: 74, right: 18, top: 38, plot: 320, axis: 52 }
/** Lines with fewer points show each of them. */
const fewPoints = 40

/** The chart as an SVG document of vectors, on white, with title, axes and legend. */
export function linesSvg(picture: LinesPicture): string {
  const box = { left: size.left, top: size.top, width: size.width - size.left - size.right, height: size.plot }
  const bottom = box.top + box.height + size.axis
  const height = bottom + legendHeight(picture.lines.length, box.width) + 6
  const place = placer(picture, box)
  return drawing(size.width, height, picture.title, [
    ...stageParts(picture, box, place.x),
    ...plotFrame(frameOf(picture, box, place)),
    element(
      'clipPath',
      { id: 'plot' },
      element('rect', { x: box.left, y: box.top, width: box.width, height: box.height }),
    ),
    element(
      'g',
      { 'clip-path': 'url(#plot)' },
      ...picture.lines.map((line, index) => lineParts(picture, line, index, place)),
    ),
    ...markParts(picture, box, place.x),
    ...legendBelow(
      picture.lines.map((line) => ({ ...line, color: paperColor(line.color, picture.isDark) })),
      box,
      bottom + 6,
    ),
  ])
}

interface Placer {
  readonly x: (x: number) => number
  readonly y: (value: number) => number
}

function placer({ range, prepared: { scale, domain } }: LinesPicture, box: PlotBox): Placer {
  const [low, high] = [scale.forward(domain[0]), scale.forward(domain[1])]
  const share = (value: number, from: number, to: number) => (to === from ? 0.5 : (value - from) / (to - from))
  return {
    x: (x) => box.left + box.width * share(x, range[0], range[1]),
    y: (value) => box.top + box.height * (1 - share(scale.forward(value), low, high)),
  }
}

function frameOf({ title, across, range, prepared, show, valueLabel }: LinesPicture, box: PlotBox, place: Placer) {
  const { scale, domain } = prepared
  const ticks = scale.ticks(domain[0], domain[1])
  const texts = axisNumbers(ticks.map(show), scale.kind)
  const rule =
    scale.kind === 'symlog'
      ? `, symlog (linear within ±${shortNumber(show(scale.threshold ?? 0))})`
      : scale.kind === 'log'
        ? ', log'
        : ''
  return {
    ...{ box, title },
    across: {
      label: across.label,
      ticks: across.ticks(range[0], range[1], 7).map((tick) => ({ at: place.x(tick), text: across.tick(tick) })),
    },
    up: {
      label: `${valueLabel}${rule}`,
      ticks: ticks.map((tick, index) => ({ at: place.y(tick), text: texts[index] ?? '' })),
    },
  }
}

function stageParts({ stages, range }: LinesPicture, box: PlotBox, x: Placer['x']): string[] {
  return stages.flatMap(({ from, to, label }, index) => {
    const left = x(Math.max(from, range[0]))
    const right = x(Math.min(to, range[1]))
    if (right <= left) return []
    const shade = {
      x: left,
      y: box.top,
      width: right - left,
      height: box.height,
      fill: index % 2 ? '#ececf0' : '#f7f7f9',
    }
    const isRoom = right - left > label.length * 6 + 8
    return [
      element('rect', shade),
      ...(isRoom ? [words({ x: left + 4, y: box.top + 12, 'font-size': 10, fill: '#666666' }, label)] : []),
    ]
  })
}

function lineParts(
  { prepared, rows, isSmoothed, isDark }: LinesPicture,
  line: LineInput,
  index: number,
  place: Placer,
) {
  const color = paperColor(line.color, isDark)
  const band = prepared.bands[index]
  const raw = prepared.rows[index] ?? []
  const stroke = { fill: 'none', stroke: color, 'stroke-width': line.width ?? 1.5, 'stroke-linejoin': 'round' }
  const path = (row: LineRow, more: Record<string, string | number | undefined>) =>
    element('path', { d: pathOf(prepared.xs, row, place), ...stroke, ...more })
  const isFew = raw.filter((value) => value != null).length <= fewPoints
  return [
    ...(band ? [element('path', { d: areaOf(band, place), fill: color, 'fill-opacity': 0.16 })] : []),
    ...(isSmoothed ? [path(raw, { 'stroke-opacity': 0.25 })] : []),
    path(rows[index] ?? [], { 'stroke-dasharray': line.dash?.join(' ') }),
    ...(isFew ? dotsOf(prepared.xs, rows[index] ?? [], place, color) : []),
  ].join('')
}

/** A line that goes on where it was not measured and breaks at a value that cannot be drawn. */
export function pathOf(xs: readonly number[], row: LineRow, { x, y }: Placer): string {
  let pen = 'M'
  const parts: string[] = []
  row.forEach((value, index) => {
    if (value === undefined) return
    if (value === null) {
      pen = 'M'
      return
    }
    parts.push(`${pen}${x(xs[index] ?? 0).toFixed(2)} ${y(value).toFixed(2)}`)
    pen = 'L'
  })
  return parts.join('')
}

function areaOf(band: readonly (readonly [number, number, number])[], { x, y }: Placer): string {
  const above = band.map(([at, , high]) => `${x(at).toFixed(2)} ${y(high).toFixed(2)}`)
  const below = band.map(([at, low]) => `${x(at).toFixed(2)} ${y(low).toFixed(2)}`).reverse()
  return `M${[...above, ...below].join('L')}Z`
}

function dotsOf(xs: readonly number[], row: LineRow, { x, y }: Placer, fill: string): string[] {
  return row.flatMap((value, index) =>
    value == null ? [] : [element('circle', { cx: x(xs[index] ?? 0), cy: y(value), r: 2, fill })],
  )
}

function markParts(
  { prepared: { marks }, lines, range, isDark }: LinesPicture,
  box: PlotBox,
  x: Placer['x'],
): string[] {
  return marks
    .filter((mark) => mark.x >= range[0] && mark.x <= range[1])
    .map(({ x: at, line, kind }) => {
      const y = kind === '−∞' ? box.top + box.height - 4 : box.top + 10
      const fill = paperColor(lines[line]?.color ?? '', isDark)
      return words({ x: x(at), y, 'text-anchor': 'middle', 'font-size': 9, fill }, kind)
    })
}
