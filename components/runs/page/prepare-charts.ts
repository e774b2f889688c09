import type { LineInput } from '@/components/charts/prepare-lines'
import { type StepAxis, trainingSteps } from '@/components/charts/step-axis'
import { describeMetric } from '@/server/core/metrics/describe-metric'
import type { MetricDefinition } from '@/server/core/metrics/names'
import { splits } from '@/server/core/tasks/splits'
import { type LineSource, sourceOf } from './episodes-behind'
import { extremesOf, hiddenOf } from './picked-lines'

export interface SeriesInput {
  readonly name: string
  readonly points: readonly {
    readonly step: number
    readonly value: number
    /** Of the steps that it stands for, when it stands for several. */
    readonly min?: number | null
    readonly max?: number | null
    readonly nonFinite?: number
  }[]
}

/** A line that knows which episodes it was measured on. */
export interface RunLine extends LineInput {
  readonly source: LineSource
}

export interface RunChart {
  readonly id: MetricDefinition['chart']
  readonly title: string
  /** How we measure it. */
  readonly note: string
  /** In which unit, where the numbers do not say it themselves. */
  readonly unitNote: string
  readonly unit: MetricDefinition['unit']
  /** Drawn from 0 to 1: shares that may be large. */
  readonly wholeRange: boolean
  readonly lines: readonly RunLine[]
}

const charts: readonly { id: MetricDefinition['chart']; title: string; note: string }[] = [
  { id: 'reward', title: 'Reward', note: 'Mean of the training batch, and on validation tasks' },
  { id: 'accuracy', title: 'Validation accuracy', note: 'Standard feedback; the gate judges the stage’s reward' },
  { id: 'gradient', title: 'Gradient norm', note: 'Stable together with converged accuracy ends a stage' },
  { id: 'entropy', title: 'Entropy', note: 'How much the policy still explores' },
  { id: 'kl', title: 'KL', note: 'Distance to the policy at the stage’s start' },
  { id: 'loss', title: 'Loss', note: 'What the trainer minimises' },
  { id: 'advantage', title: 'Advantage', note: 'How far rewards lie from their group’s mean' },
  { id: 'errors', title: 'Errors', note: 'Malformed steps and failing calls' },
  { id: 'groups', title: 'Rollout groups', note: 'Groups in which all rollouts agree teach nothing' },
  { id: 'hints', title: 'Hints', note: 'Shown in the batch, and followed by recovery' },
  { id: 'clip', title: 'Clipped ratios', note: 'Acts from the second update on a batch' },
  { id: 'length', title: 'Length', note: 'Steps and turns of an episode' },
  { id: 'tokens', title: 'Length in tokens', note: 'Prompts and responses' },
  { id: 'truncation', title: 'Truncation', note: 'Responses that ended at the limit, not by themselves' },
  { id: 'tools', title: 'Tool calls', note: 'Calls that the model made' },
  { id: 'learning', title: 'Learning rate', note: 'Of the optimiser' },
  { id: 'staleness', title: 'Staleness', note: 'Policy versions between a rollout and its use' },
  { id: 'speed', title: 'Speed', note: 'Environment steps per second of training' },
  { id: 'time', title: 'Time', note: 'Of a training step and its parts' },
  { id: 'utilisation', title: 'Utilisation', note: 'Of what the hardware could do' },
]

const unitNotes: Readonly<Record<MetricDefinition['unit'], string>> = {
  share: 'Shares, as percent',
  count: 'Counts',
  nats: 'In nats',
  norm: 'Euclidean norm',
  seconds: 'In seconds',
  rate: 'Per second',
  tokens: 'In tokens',
  value: 'In the trainer’s own unit',
}

/** Shares of these are small for long: the whole range would hide them. */
const smallShares: readonly MetricDefinition['chart'][] = ['clip', 'truncation', 'utilisation']

/** Lines of one chart share its axis: where units differ, the numbers stand as they are. */
const unitOf = (units: readonly MetricDefinition['unit'][]): MetricDefinition['unit'] => {
  const [first = 'value'] = units
  return units.every((unit) => unit === first) ? first : 'value'
}

const splitNames: readonly (string | null)[] = splits
const splitIndex = (part: string | null): number => splitNames.indexOf(part)
/** Colours beside those of the splits, when the chart shows them. */
const wholeAfter = (whole: number, parts: number): number => (parts > 0 ? splits.length + whole : whole)

/** Sorts a run's series into the charts of its page; charts without a point are left out, validation is dashed. */
export function prepareCharts(
  series: readonly SeriesInput[],
  colors: readonly string[],
  axis: StepAxis = trainingSteps,
): RunChart[] {
  const described = series.flatMap((input) => {
    const metric = describeMetric(input.name)
    return metric && !metric.secondary && input.points.length > 0 && says(input) ? [{ input, metric }] : []
  })
  return charts.flatMap(({ id, title, note }) => {
    const members = described.filter(({ metric }) => metric.chart === id)
    if (members.length === 0) return []
    const unit = unitOf(members.map(({ metric }) => metric.unit))
    const wholes = members.filter(({ metric }) => splitIndex(metric.part) < 0)
    const ofSplits = members.filter(({ metric }) => splitIndex(metric.part) >= 0)
    // While a single split is played, it and the whole (of training, or of validation) are the same line.
    const isWhole = ofSplits.every((one) => wholes.some(({ metric }) => metric.validation === one.metric.validation))
    const isSplit = !isWhole || new Set(ofSplits.map(({ metric }) => metric.part)).size > 1
    const parts = isSplit ? ofSplits.sort((a, b) => splitIndex(a.metric.part) - splitIndex(b.metric.part)) : []
    const mixed = new Set(members.map(({ metric }) => metric.validation === true)).size > 1
    const lines = [...wholes, ...parts].map(({ input, metric }) => {
      const whole = wholes.findIndex((other) => other.input === input)
      // A split has the same colour in every chart; what stands for all splits is thicker.
      const place = whole < 0 ? 1 + splitIndex(metric.part) : whole === 0 ? 0 : wholeAfter(whole, parts.length)
      return {
        ...{ label: metric.title, axis, source: sourceOf(metric, input.name) },
        color: colors[place % colors.length] ?? 'currentColor',
        points: input.points.map(({ step, value }) => [step, value] as const),
        ...{ extremes: extremesOf(input), hidden: hiddenOf(input) },
        width: parts.length > 0 && whole >= 0 ? 2.25 : 1.5,
        ...(mixed && metric.validation ? { dash: [5, 3] } : {}),
      }
    })
    const wholeRange = unit === 'share' && !smallShares.includes(id)
    return [{ id, title, note, unitNote: unitNotes[unit], unit, wholeRange, lines }]
  })
}

/** Turn index → its reward over steps, for the heat map. */
export function turnRewards(
  series: readonly SeriesInput[],
): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const turns = new Map<number, readonly (readonly [number, number])[]>()
  for (const { name, points } of series) {
    const metric = describeMetric(name)
    if (metric?.chart !== 'turns' || metric.part === null) continue
    turns.set(
      Number(metric.part),
      points.map(({ step, value }) => [step, value] as const),
    )
  }
  return turns
}

/** Clipping cannot act with one update a batch: a line of zeros tells nothing. */
const says = ({ name, points }: SeriesInput) => name !== 'clip_fraction' || points.some(({ value }) => value !== 0)
