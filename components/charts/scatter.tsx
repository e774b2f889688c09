'use client'

import { useTheme } from 'next-themes'
import { memo, useMemo, useState } from 'react'
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
import { type Dot, type PreparedScatter, prepareScatter } from './prepare-scatter'
import { describeDot, drawDot, ScatterPath, Shown } from './scatter-dots'

const usual = 'Bars: 95 % intervals. The diagonal is no gap.'

interface ShareScatterProps {
  readonly title: string
  /** What runs from left to right, and what from bottom to top. */
  readonly across: string
  readonly up: string
  readonly dots: readonly Dot[]
  /** Label of the dot whose path stays drawn. */
  readonly picked?: string | null
  /** A dot with a path was pressed. */
  readonly onPick?: (dot: Dot) => void
}

/**
 * Two shares of each thing against each other; the diagonal is where they are equal. Every dot is a link. The path of a
 * dot is drawn while one is at it, and for as long as it is picked.
 */
export function ShareScatter({ title, across, up, dots, picked = null, onPick }: ShareScatterProps) {
  const { resolvedTheme } = useTheme()
  const scatter = useMemo(() => prepareScatter(dots), [dots])
  const [at, setAt] = useState<Dot | null>(null)
  const [point, setPoint] = useState<string | null>(null)
  const lined = at?.path ? at : scatter.dots.find(({ label, path }) => path && label === picked)
  const shown = useMemo(() => ({ at, show: setAt, picked, onPick, lined, say: setPoint }), [at, picked, onPick, lined])
  const draw = () => scatterSvg({ title, across, up, scatter, isDark: resolvedTheme === 'dark', lined })
  return (
    <figure className="max-w-md">
      <Shown.Provider value={shown}>
        <Plot scatter={scatter} across={across} up={up} />
      </Shown.Provider>
      <figcaption className="flex min-h-6 items-center gap-2 text-xs text-ink-soft">
        <span className="min-w-0 flex-1 truncate tabular-nums">
          {point ?? (at && describeDot(at)) ?? (lined && `Checkpoints of ${lined.label}`) ?? usual}
        </span>
        <SaveMenu title={title} draw={draw} />
      </figcaption>
    </figure>
  )
}

interface PlotProps extends Pick<ShareScatterProps, 'across' | 'up'> {
  readonly scatter: PreparedScatter
}

/** Kept as it is while one goes from dot to dot: drawn anew, dots would lose the focus. */
const Plot = memo(function Plot({ scatter, across, up }: PlotProps) {
  const drawn = scatter.dots.map(withReach)
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
  return (
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
        <Scatter data={drawn} isAnimationActive={false} shape={drawDot}>
          <ErrorBar dataKey="across" direction="x" {...bar} />
          <ErrorBar dataKey="up" direction="y" {...bar} />
        </Scatter>
        <ScatterPath range={scatter.range} />
      </ScatterChart>
    </ResponsiveContainer>
  )
})

/** How far an error bar reaches below and above its dot. */
const reach = (value: number, interval?: readonly [number, number]): [number, number] | undefined =>
  interval && [value - interval[0], interval[1] - value]

const withReach = (dot: Dot) => ({ ...dot, across: reach(dot.x, dot.xInterval), up: reach(dot.y, dot.yInterval) })
