import type { LineInput } from '@/components/charts/prepare-lines'
import type { StepAxis } from '@/components/charts/step-axis'
import type { SeriesInput } from './prepare-charts'

/** Raw series as lines, in the order in which they were picked. */
export function pickedLines(
  series: readonly SeriesInput[],
  picked: readonly string[],
  colors: readonly string[],
  axis: StepAxis,
): LineInput[] {
  return picked.flatMap((name, index) => {
    const found = series.find((one) => one.name === name)
    if (!found) return []
    return [
      {
        ...{ label: name, color: colors[index % colors.length] ?? 'currentColor', axis },
        points: found.points.map(({ step, value }) => [step, value] as const),
        extremes: extremesOf(found),
        hidden: hiddenOf(found),
      },
    ]
  })
}

/** Of points that stand for several steps: the least and greatest value of each. */
export const extremesOf = ({ points }: SeriesInput): (readonly [number, number, number])[] =>
  points.flatMap(({ step, min, max }) => (min == null || max == null ? [] : [[step, min, max] as const]))

/** Steps of points that stand for values which are not finite beside the one that is drawn. */
export const hiddenOf = ({ points }: SeriesInput): number[] =>
  points.flatMap(({ step, value, nonFinite = 0 }) => (nonFinite > 0 && Number.isFinite(value) ? [step] : []))
