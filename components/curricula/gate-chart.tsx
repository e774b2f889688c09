import { quantity } from '@/components/ui/format'
import type { StageValidation } from '@/server/core/curriculum/trend'
import { type GateChart as Chart, linePath, prepareGateChart } from './prepare-gate-chart'

export interface GateMark {
  readonly step: number
  readonly label: string
  /** `simulated`: where the gate in the form ends the stage; `recorded`: where it ended. */
  readonly kind: 'simulated' | 'recorded'
}

interface GateChartProps {
  readonly title: string
  readonly validations: readonly StageValidation[]
  readonly marks: readonly GateMark[]
}

/** What a gate read over a stage: its metric above, the gradient norms below, and where the stage ends. */
export function GateChart({ title, validations, marks }: GateChartProps) {
  const chart = prepareGateChart(validations)
  const label = `${title}. ${marks.map((mark) => `${mark.label} at step ${mark.step}`).join('; ')}`
  return (
    <figure className="min-w-0">
      <div
        role="img"
        aria-label={label}
        className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-1 text-2xs text-ink-faint"
      >
        <Axis top="100 %" bottom="0 %" className="h-28" />
        <Plot chart={chart} marks={marks} className="h-28">
          <Line points={chart.points.map(({ x, metric }) => ({ x, y: metric }))} className="stroke-accent" />
          <Line
            points={chart.points.map(({ x, accuracy }) => ({ x, y: accuracy }))}
            className="stroke-ink-faint"
            isDashed
          />
        </Plot>
        <Axis top={quantity(chart.topNorm)} bottom="0" className="mt-2 h-14" />
        <Plot chart={chart} marks={marks} className="mt-2 h-14">
          <Line points={chart.points.map(({ x, norm }) => ({ x, y: norm }))} className="stroke-warn" />
        </Plot>
        <span />
        <div className="mt-0.5 flex justify-between tabular-nums">
          <span>step 0 of the stage</span>
          <span>{chart.lastStep}</span>
        </div>
      </div>
      <figcaption className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 pl-11 text-2xs text-ink-soft">
        <Key className="border-accent">validation metric (what the gate reads)</Key>
        <Key className="border-dashed border-ink-faint">accuracy</Key>
        <Key className="border-warn">mean gradient norm (below)</Key>
        {marks.map(({ kind, label: word, step }) => (
          <span key={kind} className="inline-flex items-center gap-1">
            <span aria-hidden className={`h-3 border-l-2 ${lookOf[kind].border}`} />
            {word}: step {step}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

const lookOf = {
  simulated: { stroke: 'stroke-good', border: 'border-good', dash: undefined },
  recorded: { stroke: 'stroke-ink', border: 'border-dashed border-ink', dash: '4 3' },
} as const

function Plot({
  chart,
  marks,
  className,
  children,
}: {
  chart: Chart
  marks: readonly GateMark[]
  className: string
  children: React.ReactNode
}) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className={`w-full overflow-visible border-y border-line ${className}`}
    >
      {children}
      {marks.map(({ kind, step }) => (
        <line
          key={kind}
          x1={chart.at(step)}
          x2={chart.at(step)}
          y1="0"
          y2="100"
          vectorEffect="non-scaling-stroke"
          strokeWidth="2"
          strokeDasharray={lookOf[kind].dash}
          className={lookOf[kind].stroke}
        />
      ))}
    </svg>
  )
}

interface LineProps {
  readonly points: readonly { readonly x: number; readonly y: number | null }[]
  readonly className: string
  readonly isDashed?: boolean
}

/** A line, with a dot at every validation so that single ones between gaps are seen. */
function Line({ points, className, isDashed }: LineProps) {
  const dots = points.map(({ x, y }) => (y === null ? '' : `M${x} ${y}h0`)).join('')
  return (
    <g className={className} fill="none" strokeLinecap="round">
      <path
        d={linePath(points)}
        vectorEffect="non-scaling-stroke"
        strokeWidth="1.5"
        strokeDasharray={isDashed ? '3 3' : undefined}
      />
      <path d={dots} vectorEffect="non-scaling-stroke" strokeWidth="5" />
    </g>
  )
}

function Axis({ top, bottom, className }: { top: string; bottom: string; className: string }) {
  return (
    <div aria-hidden className={`flex flex-col justify-between text-right leading-none tabular-nums ${className}`}>
      <span>{top}</span>
      <span>{bottom}</span>
    </div>
  )
}

function Key({ className, children }: { className: string; children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1">
      <span aria-hidden className={`w-3.5 border-t-2 ${className}`} />
      {children}
    </span>
  )
}
