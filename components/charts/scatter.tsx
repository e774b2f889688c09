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
import { describeDot, LinkedDot, PathDot } from './scatter-dots'

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
  const draw = () => scatterSvg({ title, across, up, scatter, isDark: resolvedTheme === 'dark', lined })
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
                <LinkedDot
                  {...{ cx, cy, onPick }}
                  dot={payload}
                  isAt={at?.label === payload.label}
                  isPicked={picked === payload.label}
                  show={setAt}
                />
              )
            }
          >
            <ErrorBar dataKey="across" direction="x" {...bar} />
            <ErrorBar dataKey="up" direction="y" {...bar} />
          </Scatter>
          {lined?.path && (
            <Scatter
              data={[...lined.path]}
              line={{ stroke: lined.color, strokeWidth: 1.5 }}
              isAnimationActive={false}
              shape={({ cx, cy, payload }: { cx?: number; cy?: number; payload?: (typeof lined.path)[number] }) =>
                payload === undefined ? (
                  <g />
                ) : (
                  <PathDot
                    {...{ cx, cy }}
                    point={payload}
                    color={lined.color}
                    // by turns, since neighbours often lie close together
                    isAbove={(lined.path?.findIndex(({ label }) => label === payload.label) ?? 0) % 2 === 0}
                    isLive={lined.label === picked}
                    show={setPoint}
                  />
                )
              }
            />
          )}
        </ScatterChart>
      </ResponsiveContainer>
      <figcaption className="flex min-h-6 items-center gap-2 text-xs text-ink-soft">
        <span className="min-w-0 flex-1 truncate tabular-nums">
          {point ?? (at && describeDot(at)) ?? (lined && `Checkpoints of ${lined.label}`) ?? usual}
        </span>
        <SaveMenu title={title} draw={draw} />
      </figcaption>
    </figure>
  )
}

/** How far an error bar reaches below and above its dot. */
const reach = (value: number, interval?: readonly [number, number]): [number, number] | undefined =>
  interval && [value - interval[0], interval[1] - value]
