import type { MouseEvent } from 'react'
import { percent } from '@/components/ui/format'
import type { Dot, PathPoint } from './prepare-scatter'

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
export function LinkedDot({ cx, cy, dot, isAt, isPicked, show, onPick }: LinkedDotProps) {
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
export function PathDot({ cx = 0, cy = 0, point, color, isAbove, isLive, show }: PathDotProps) {
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
