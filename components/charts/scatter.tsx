'use client'

import { useTheme } from 'next-themes'
import { useMemo, useState } from 'react'
import {
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
} from 'recharts'
import { percent } from '@/components/ui/format'
import { SaveMenu } from './export/save-menu'
import { scatterSvg } from './export/scatter-svg'
import { type Dot, prepareScatter } from './prepare-scatter'

interface ShareScatterProps {
  readonly title: string
  /** What runs from left to right, and what from bottom to top. */
  readonly across: string
  readonly up: string
  readonly dots: readonly Dot[]
}

/** Two shares of each thing against each other; the diagonal is where they are equal. Every dot is a link. */
export function ShareScatter({ title, across, up, dots }: ShareScatterProps) {
  const { resolvedTheme } = useTheme()
  const scatter = useMemo(() => prepareScatter(dots), [dots])
  const [at, setAt] = useState<Dot | null>(null)
  const [low, high] = scatter.range
  const axis = {
    type: 'number' as const,
    domain: [low, high],
    ticks: [...scatter.ticks],
    tickFormatter: (value: number) => percent(value, 0),
    tick: { fontSize: 11, fill: 'var(--ink-faint)' },
    stroke: 'var(--line-strong)',
  }
  const name = { fontSize: 11, fill: 'var(--ink-soft)' }
  const bar = { width: 4, strokeWidth: 1, stroke: 'var(--ink-faint)' }
  const draw = () => scatterSvg({ title, across, up, scatter, isDark: resolvedTheme === 'dark' })
  return (
    <figure className="max-w-md">
      <ResponsiveContainer width="100%" aspect={1.1}>
        <ScatterChart margin={{ top: 8, right: 16, bottom: 18, left: 4 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--line)" />
          <XAxis {...axis} dataKey="x" label={{ ...name, value: across, position: 'insideBottom', offset: -12 }} />
          <YAxis
            {...axis}
            dataKey="y"
            width={58}
            label={{ ...name, value: up, angle: -90, position: 'insideLeft', style: { textAnchor: 'middle' } }}
          />
          <ReferenceLine
            segment={[
              { x: low, y: low },
              { x: high, y: high },
            ]}
            stroke="var(--line-strong)"
            strokeDasharray="4 4"
          />
          <Scatter
            data={scatter.dots.map((dot) => ({
              ...dot,
              across: reach(dot.x, dot.xInterval),
              up: reach(dot.y, dot.yInterval),
            }))}
            isAnimationActive={false}
            shape={({ cx, cy, payload }: { cx?: number; cy?: number; payload?: Dot }) =>
              payload === undefined ? (
                <g />
              ) : (
                <LinkedDot cx={cx} cy={cy} dot={payload} isAt={at?.label === payload.label} show={setAt} />
              )
            }
          >
            <ErrorBar dataKey="across" direction="x" {...bar} />
            <ErrorBar dataKey="up" direction="y" {...bar} />
          </Scatter>
        </ScatterChart>
      </ResponsiveContainer>
      <figcaption className="flex min-h-6 items-center gap-2 text-xs text-ink-soft">
        <span className="min-w-0 flex-1 truncate tabular-nums">
          {at ? describe(at) : 'Bars: 95 % intervals. The diagonal is no gap.'}
        </span>
        <SaveMenu title={title} draw={draw} />
      </figcaption>
    </figure>
  )
}

interface LinkedDotProps {
  readonly cx: number | undefined
  readonly cy: number | undefined
  readonly dot: Dot
  readonly isAt: boolean
  readonly show: (dot: Dot | null) => void
}

function LinkedDot({ cx, cy, dot, isAt, show }: LinkedDotProps) {
  const leave = () => show(null)
  const come = () => show(dot)
  return (
    <a
      href={dot.href}
      aria-label={describe(dot)}
      onMouseEnter={come}
      onMouseLeave={leave}
      onFocus={come}
      onBlur={leave}
    >
      <circle cx={cx} cy={cy} r={12} fill="transparent" />
      <circle cx={cx} cy={cy} r={isAt ? 6 : 4.5} fill={dot.color} />
    </a>
  )
}

/** How far an error bar reaches below and above its dot. */
const reach = (value: number, interval?: readonly [number, number]): [number, number] | undefined =>
  interval && [value - interval[0], interval[1] - value]

const describe = ({ label, x, y }: Dot): string => `${label}: in ${percent(x)}, out ${percent(y)}`
