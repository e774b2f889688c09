import type { LineInput } from '@/components/charts/prepare-lines'
import { trainingSteps } from '@/components/charts/step-axis'
import type { Range } from '@/components/charts/zoom-keys'

/** From the first to the last point of all charts: charts with one cursor show the same steps. */
export function wholeRange(charts: readonly (readonly LineInput[])[]): Range {
  const ends = charts.flat().flatMap(({ points, axis = trainingSteps }) => {
    const [first, last] = [points[0], points.at(-1)]
    return first && last ? [axis.at(first[0]), axis.at(last[0])] : []
  })
  if (ends.length === 0) return [0, 1]
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const end of ends) {
    low = Math.min(low, end)
    high = Math.max(high, end)
  }
  return [low, Math.max(high, low + 1)]
}
