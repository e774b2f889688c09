import type { LineInput } from '@/components/charts/prepare-lines'
import type { StepAxis } from '@/components/charts/step-axis'
import { seedBand } from '@/server/core/compare/seed-band'
import { describeMetric } from '@/server/core/metrics/describe-metric'
import type { MetricDefinition } from '@/server/core/metrics/names'

/** A series of a run, as the server sends it. */
export interface ComparedLine {
  readonly run: number
  readonly name: string
  readonly steps: readonly number[]
  readonly values: readonly number[]
}

export interface DrawnRun {
  readonly id: number
  readonly label: string
  readonly color: string
}

export interface DrawnArm {
  readonly label: string
  readonly color: string
  readonly runs: readonly number[]
}

export interface ComparedChart {
  readonly name: string
  readonly title: string
  readonly unit: MetricDefinition['unit'] | null
  readonly lines: readonly ComparedChartLine[]
}

/** Of one run, or of an arm. */
export interface ComparedChartLine extends LineInput {
  readonly run?: number
}

/** Shown first where nothing else is asked for: what decides whether a training went well. */
const usual = ['reward/mean', 'validation/accuracy', 'validation/turn', 'gradient_norm', 'entropy', 'tool_error_rate']
const mostUsual = 6

/** The series that are drawn when the address names none: ours, or what most of the runs have. */
export function usualSeries(names: readonly { readonly name: string }[]): string[] {
  const known = usual.filter((name) => names.some((other) => other.name === name))
  if (known.length > 0) return known
  const described = names.filter(
    ({ name }) => describeMetric(name)?.secondary !== true && describeMetric(name) !== null,
  )
  return (described.length > 0 ? described : names).slice(0, mostUsual).map(({ name }) => name)
}

interface PrepareInput {
  readonly names: readonly string[]
  readonly lines: readonly ComparedLine[]
  readonly widths: Readonly<Record<string, number>>
  /** Where a run's steps lie from left to right. */
  readonly axisOf: (run: number) => StepAxis
}

/** More lines than this are told apart by their dashes too. */
const mostByColor = 8
const dashes = [undefined, [6, 3], [2, 2], [8, 3, 2, 3]] as const

/** One chart a series, one line a run. */
export function chartsOfRuns({ names, lines, axisOf }: PrepareInput, runs: readonly DrawnRun[]): ComparedChart[] {
  const byKey = new Map(lines.map((line) => [`${line.run}/${line.name}`, line]))
  return names.map((name) =>
    chartOf(
      name,
      runs.flatMap(({ id, label, color }, index) => {
        const line = byKey.get(`${id}/${name}`)
        const dash = runs.length > mostByColor ? dashes[index % dashes.length] : undefined
        return line
          ? [{ run: id, label, color, axis: axisOf(id), points: pointsOf(line), ...(dash ? { dash } : {}) }]
          : []
      }),
    ),
  )
}

/** One chart a series, one line an arm: the mean over its seeds with the 95 % interval as a band. */
export function chartsOfArms({ names, lines, widths }: PrepareInput, arms: readonly DrawnArm[]): ComparedChart[] {
  return names.map((name) =>
    chartOf(
      name,
      arms.flatMap(({ label, color, runs }) => {
        const own = lines.filter((line) => line.name === name && runs.includes(line.run))
        if (own.length === 0) return []
        const { mean, interval } = seedBand(own.map(pointsOf), widths[name] ?? 1)
        return [{ label, color, points: mean, extremes: interval.map(boundsOf(name)), width: 2 }]
      }),
    ),
  )
}

type Interval = readonly [step: number, low: number, high: number]

const bounds: Partial<Record<MetricDefinition['unit'], readonly [least: number, most: number]>> = {
  share: [0, 1],
  ...{ count: [0, Infinity], norm: [0, Infinity], seconds: [0, Infinity], tokens: [0, Infinity] },
}

/** Few seeds give intervals that no value can reach: there they end, or the axis would be theirs alone. */
const boundsOf = (name: string) => {
  const unit = describeMetric(name)?.unit
  const [least, most] = (unit && bounds[unit]) ?? [-Infinity, Infinity]
  return ([step, low, high]: Interval): Interval =>
    low < most && high > least ? [step, Math.max(least, low), Math.min(most, high)] : [step, low, high]
}

function chartOf(name: string, lines: readonly ComparedChartLine[]): ComparedChart {
  const metric = describeMetric(name)
  return { name, title: metric?.title ?? name, unit: metric?.unit ?? null, lines }
}

const pointsOf = ({ steps, values }: ComparedLine): (readonly [number, number])[] =>
  steps.map((step, index) => [step, values[index] ?? Number.NaN] as const)
