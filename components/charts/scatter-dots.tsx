import { createContext, type MouseEvent, useContext } from 'react'
import { usePlotArea } from 'recharts'
import { percent } from '@/components/ui/format'
import type { Dot, PathPoint } from './prepare-scatter'
import type { Range } from './zoom-keys'

/** What the chart shows now. Dots ask for it themselves: drawn anew by the chart they would lose the focus. */
interface ShownState {
  readonly at: Dot | null
  readonly show: (dot: Dot | null) => void
  readonly picked: string | null
  readonly onPick: ((dot: Dot) => void) | undefined
  /** Whose path is drawn. */
  readonly lined: Dot | undefined
  readonly say: (words: string | null) => void
}

export const Shown = createContext<ShownState | null>(null)

interface Place {
  readonly cx: number | undefined
  readonly cy: number | undefined
}

interface LinkedDotProps extends Place {
  readonly dot: Dot
  readonly isAt: boolean
  readonly isPicked: boolean
  readonly show: (dot: Dot | null) => void
  readonly onPick: ((dot: Dot) => void) | undefined
}

/** A dot that leads to its page; one with a path is picked instead. */
function LinkedDot({ cx, cy, dot, isAt, isPicked, show, onPick }: LinkedDotProps) {
  const leave = () => show(null)
  const come = () => show(dot)
  const hasPath = dot.path !== undefined && onPick !== undefined
  const press = (event: MouseEvent) => {
    if (!hasPath || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    onPick(dot)
  }
  return (
    <a
      href={dot.href}
      aria-label={hasPath ? `${describeDot(dot)}; show its checkpoints` : describeDot(dot)}
      aria-current={isPicked ? 'true' : undefined}
      onClick={press}
      onMouseEnter={come}
      onMouseLeave={leave}
      onFocus={come}
      onBlur={leave}
    >
      <circle cx={cx} cy={cy} r={12} fill="transparent" />
      <circle cx={cx} cy={cy} r={isAt || isPicked ? 6 : 4.5} fill={dot.color} />
    </a>
  )
}

interface PathDotProps extends Place {
  readonly point: PathPoint
  readonly color: string
  /** Its name stands above it. */
  readonly isAbove: boolean
  /** It can be pressed: its line stays. */
  readonly isLive: boolean
  readonly show: (words: string | null) => void
}

/** A place on a dot's path with its name; while the line only shows what one is at, the dots below are to be pressed. */
function PathDot({ cx = 0, cy = 0, point, color, isAbove, isLive, show }: PathDotProps) {
  const drawn = (
    <>
      <circle cx={cx} cy={cy} r={3.5} fill="var(--surface)" stroke={color} strokeWidth={1.5} />
      <text
        {...{ x: cx, y: isAbove ? cy - 8 : cy + 15, textAnchor: 'middle', fontSize: 10, fill: 'var(--ink-soft)' }}
        {...{ stroke: 'var(--surface)', strokeWidth: 3, paintOrder: 'stroke' }}
      >
        {point.short}
      </text>
    </>
  )
  if (!isLive) return <g pointerEvents="none">{drawn}</g>
  const words = describeDot(point)
  const leave = () => show(null)
  const come = () => show(words)
  return (
    <a
      href={point.href}
      aria-label={`${words}; open its episodes`}
      onMouseEnter={come}
      onMouseLeave={leave}
      onFocus={come}
      onBlur={leave}
    >
      <circle cx={cx} cy={cy} r={9} fill="transparent" />
      {drawn}
    </a>
  )
}

export const describeDot = ({ label, x, y }: Pick<Dot, 'label' | 'x' | 'y'>): string =>
  `${label}: in ${percent(x)}, out ${percent(y)}`

interface Drawn<T> {
  readonly cx?: number
  readonly cy?: number
  readonly payload?: T
}

export const drawDot = (props: Drawn<Dot>) => <ShownDot {...props} />

function ShownDot({ cx, cy, payload: dot }: Drawn<Dot>) {
  const shown = useContext(Shown)
  if (!shown || !dot) return <g />
  const { at, picked, show, onPick } = shown
  const places = { isAt: at?.label === dot.label, isPicked: picked === dot.label }
  return <LinkedDot {...{ cx, cy, dot, show, onPick, ...places }} />
}

/** The path of the dot that one is at, or that is picked. Not a series of the chart: a new one would redraw all dots. */
export function ScatterPath({ range: [low, high] }: { readonly range: Range }) {
  const shown = useContext(Shown)
  const plot = usePlotArea()
  if (!shown?.lined?.path || !plot) return null
  const { lined, picked, say } = shown
  const placed = shown.lined.path.map((point) => ({
    point,
    cx: plot.x + (plot.width * (point.x - low)) / (high - low),
    cy: plot.y + plot.height * (1 - (point.y - low) / (high - low)),
  }))
  const isLive = lined.label === picked
  return (
    <g>
      <polyline
        points={placed.map(({ cx, cy }) => `${cx},${cy}`).join(' ')}
        {...{ fill: 'none', stroke: lined.color, strokeWidth: 1.5, pointerEvents: 'none' }}
      />
      {placed.map(({ point, cx, cy }, index) => (
        // names stand above and below by turns, since neighbours often lie close together
        <PathDot
          key={point.label}
          {...{ point, cx, cy, isLive, color: lined.color, isAbove: index % 2 === 0, show: say }}
        />
      ))}
    </g>
  )
}
