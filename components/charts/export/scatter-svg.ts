import { percent } from '@/components/ui/format'
import type { Dot, PreparedScatter } from '../prepare-scatter'
import { paperColor } from './paper-color'
import { legendBelow, legendHeight, plotFrame } from './plot-frame'
import { drawing, element, words } from './svg-text'

type Place = (value: number) => number

interface ScatterPicture {
  readonly title: string
  readonly across: string
  readonly up: string
  readonly scatter: PreparedScatter
  readonly isDark: boolean
  /** The dot whose path is drawn. */
  readonly lined?: Dot | undefined
}

const size = { width: 760, left: 74, top: 38, plot: 420, below: 56 }

/** The scatter as an SVG document of vectors, on white, with numbered dots that the legend names. */
export function scatterSvg({ title, across, up, scatter, isDark, lined }: ScatterPicture): string {
  const box = { left: size.left, top: size.top, width: size.plot, height: size.plot }
  const [low, high] = scatter.range
  const x = (value: number) => box.left + (box.width * (value - low)) / (high - low)
  const y = (value: number) => box.top + box.height * (1 - (value - low) / (high - low))
  const legendBox = { ...box, width: size.width - size.left - 18 }
  const bottom = box.top + box.height + size.below
  const labels = scatter.dots.map(({ label, color }, index) => ({
    label: `${index + 1}: ${label}`,
    color: paperColor(color, isDark),
  }))
  const ticks = (place: (value: number) => number) =>
    scatter.ticks.map((tick) => ({ at: place(tick), text: percent(tick, 0) }))
  return drawing(size.width, bottom + legendHeight(labels.length, legendBox.width) + 6, title, [
    ...plotFrame({ box, title, across: { label: across, ticks: ticks(x) }, up: { label: up, ticks: ticks(y) } }),
    element('line', { x1: x(low), y1: y(low), x2: x(high), y2: y(high), stroke: '#999999', 'stroke-dasharray': '4 4' }),
    ...scatter.dots.flatMap((dot, index) => [
      ...bars(dot, x, y),
      element('circle', { cx: x(dot.x), cy: y(dot.y), r: 4.5, fill: paperColor(dot.color, isDark) }),
      words({ x: x(dot.x) + 7, y: y(dot.y) + 4, 'font-size': 10, fill: '#333333' }, String(index + 1)),
    ]),
    ...(lined ? pathOf(lined, x, y, paperColor(lined.color, isDark)) : []),
    ...legendBelow(labels, legendBox, bottom + 6),
  ])
}

const pathOf = ({ path = [] }: Dot, x: Place, y: Place, color: string): string[] => [
  ...path.slice(1).map((point, index) => {
    const { x: x1, y: y1 } = path[index] ?? point
    return element('line', { x1: x(x1), y1: y(y1), x2: x(point.x), y2: y(point.y), stroke: color })
  }),
  ...path.flatMap((point, index) => [
    element('circle', { cx: x(point.x), cy: y(point.y), r: 3.5, fill: '#ffffff', stroke: color }),
    words(
      {
        x: x(point.x),
        y: y(point.y) + (index % 2 === 0 ? -8 : 15),
        'font-size': 10,
        fill: '#333333',
        'text-anchor': 'middle',
      },
      point.short,
    ),
  ]),
]

const bars = ({ x, y, xInterval, yInterval }: Dot, acrossAt: Place, upAt: Place): string[] => [
  ...(xInterval ? [bar(acrossAt(xInterval[0]), upAt(y), acrossAt(xInterval[1]), upAt(y))] : []),
  ...(yInterval ? [bar(acrossAt(x), upAt(yInterval[0]), acrossAt(x), upAt(yInterval[1]))] : []),
]

const bar = (x1: number, y1: number, x2: number, y2: number): string =>
  element('line', { x1, y1, x2, y2, stroke: '#999999' })
