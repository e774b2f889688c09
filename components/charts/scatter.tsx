'use client'

import { useTheme } from 'next-themes'
import { useMemo, useState } from 'react'
import { percent } from '@/components/ui/format'
import { SaveMenu } from './export/save-menu'
import { scatterSvg } from './export/scatter-svg'
import { type Dot, prepareScatter } from './prepare-scatter'

interface ScatterProps {
  readonly title: string
  /** What runs from left to right, and what from bottom to top. */
  readonly across: string
  readonly up: string
  readonly dots: readonly Dot[]
}

const box = { left: 44, top: 8, size: 300, below: 34, right: 12 }
const width = box.left + box.size + box.right
const height = box.top + box.size + box.below

/** Two shares of each thing against each other; the diagonal is where they are equal. Every dot is a link. */
export function Scatter({ title, across, up, dots }: ScatterProps) {
  const { resolvedTheme } = useTheme()
  const scatter = useMemo(() => prepareScatter(dots), [dots])
  const [at, setAt] = useState<Dot | null>(null)
  const [low, high] = scatter.range
  const x = (value: number) => box.left + (box.size * (value - low)) / (high - low)
  const y = (value: number) => box.top + box.size * (1 - (value - low) / (high - low))
  const draw = () => scatterSvg({ title, across, up, scatter, isDark: resolvedTheme === 'dark' })
  return (
    <figure className="max-w-md">
      <svg viewBox={`0 0 ${width} ${height}`} className="w-full text-[11px]">
        <title>{title}</title>
        {scatter.ticks.map((tick) => (
          <g key={tick} aria-hidden className="stroke-line [&_text]:fill-ink-faint [&_text]:stroke-none">
            <line x1={x(tick)} x2={x(tick)} y1={box.top} y2={box.top + box.size} />
            <line x1={box.left} x2={box.left + box.size} y1={y(tick)} y2={y(tick)} />
            <text x={x(tick)} y={box.top + box.size + 14} textAnchor="middle">
              {percent(tick, 0)}
            </text>
            <text x={box.left - 5} y={y(tick) + 4} textAnchor="end">
              {percent(tick, 0)}
            </text>
          </g>
        ))}
        <line x1={x(low)} y1={y(low)} x2={x(high)} y2={y(high)} strokeDasharray="4 4" className="stroke-line-strong" />
        <text x={box.left + box.size / 2} y={height - 4} textAnchor="middle" className="fill-ink-soft">
          {across}
        </text>
        <text
          transform={`translate(10 ${box.top + box.size / 2}) rotate(-90)`}
          textAnchor="middle"
          className="fill-ink-soft"
        >
          {up}
        </text>
        {scatter.dots.map((dot) => (
          <a
            key={dot.label}
            href={dot.href}
            aria-label={describe(dot)}
            onMouseEnter={() => setAt(dot)}
            onMouseLeave={() => setAt(null)}
            onFocus={() => setAt(dot)}
            onBlur={() => setAt(null)}
          >
            <circle cx={x(dot.x)} cy={y(dot.y)} r={12} fill="transparent" />
            <circle cx={x(dot.x)} cy={y(dot.y)} r={at === dot ? 6 : 4.5} fill={dot.color} />
          </a>
        ))}
      </svg>
      <figcaption className="flex min-h-6 items-center gap-2 text-xs text-ink-soft">
        <span className="min-w-0 flex-1 truncate tabular-nums">
          {at ? describe(at) : 'The diagonal is no gap; point at a dot, or come to it with Tab'}
        </span>
        <SaveMenu title={title} draw={draw} />
      </figcaption>
    </figure>
  )
}

const describe = ({ label, x, y }: Dot): string => `${label}: in ${percent(x)}, out ${percent(y)}`
