import type { StepAxis } from '@/components/charts/step-axis'
import { trainingSteps } from '@/components/charts/step-axis'
import type { RunLine } from './prepare-charts'

interface EvaluationInput {
  readonly step: number
  readonly partition: string
  readonly turn: number
  readonly turnLow: number
  readonly turnHigh: number
  readonly gap: number | null
  readonly gapLow: number | null
  readonly gapHigh: number | null
  readonly suite: { readonly name: string; readonly kind: string }
}

interface DistributionCharts {
  /** Turn accuracy on test tasks in and out of distribution. */
  readonly accuracy: readonly RunLine[]
  /** In minus out of distribution. */
  readonly gap: readonly RunLine[]
}

/** Test accuracy over steps in and out of distribution, with 95 % intervals as bands, and the gap between them. */
export function distributionCharts(
  evaluations: readonly EvaluationInput[],
  colors: readonly string[],
  axis: StepAxis = trainingSteps,
): DistributionCharts {
  const tests = [...evaluations].filter(({ partition }) => partition === 'test').sort((a, b) => a.step - b.step)
  const isOutside = ({ suite }: EvaluationInput) => suite.kind === 'out_of_distribution'
  const suites = [...new Set(tests.map(({ suite }) => suite.name))]
  const inside = suites.filter((name) => tests.some((test) => test.suite.name === name && !isOutside(test)))
  const outside = suites.filter((name) => !inside.includes(name))
  const color = (index: number) => colors[index % colors.length] ?? 'currentColor'
  const lineOf = (suite: string, index: number): RunLine => {
    const own = byStep(tests.filter((test) => test.suite.name === suite))
    const isOut = index >= inside.length
    return {
      ...{ label: `${isOut ? 'Out of' : 'In'} distribution: ${suite}`, color: color(index), axis, width: 2 },
      points: own.map(({ step, turn }) => [step, turn] as const),
      extremes: own.map(({ step, turnLow, turnHigh }) => [step, turnLow, turnHigh] as const),
      ...(isOut ? { dash: [5, 3] } : {}),
      source: { partition: 'test', suite },
    }
  }
  const measured = byStep(tests.filter(({ gap }) => gap !== null))
  const gap: RunLine = {
    ...{ label: 'Gap: in minus out of distribution', color: color(2), axis, width: 2 },
    points: measured.map((test) => [test.step, test.gap ?? Number.NaN] as const),
    extremes: measured.flatMap(({ step, gapLow, gapHigh }) =>
      gapLow === null || gapHigh === null ? [] : [[step, gapLow, gapHigh] as const],
    ),
    source: { partition: 'test' },
  }
  return { accuracy: [...inside, ...outside].map(lineOf), gap: measured.length > 0 ? [gap] : [] }
}

/** One a step: the last checkpoint of a stage is the final one too. */
const byStep = <T extends EvaluationInput>(own: readonly T[]): T[] => [
  ...new Map(own.map((one) => [one.step, one])).values(),
]
