import { type HealthInput, healthInputs } from './health-input'
import type { Reading, Readings } from './health-rule'
import { noReadings } from './judge-run'

/** A stored point of a series that is an input. */
export interface InputPoint {
  readonly input: HealthInput
  readonly name: string
  /** Of the attempt that wrote it. */
  readonly epoch: number
  readonly step: number
  readonly at: number
  readonly value: number
}

/**
 * One reading a step and input, ascending. Of one name the newest attempt's last value counts; several names of one
 * meaning (as one a data set) are averaged; NaN and infinities are no readings.
 */
export function mergeReadings(points: readonly InputPoint[]): Readings {
  const merged = { ...noReadings }
  for (const input of healthInputs) merged[input] = mergeInput(points.filter((point) => point.input === input))
  return merged
}

function mergeInput(points: readonly InputPoint[]): Reading[] {
  const steps = new Map<number, Map<string, InputPoint>>()
  for (const point of points) {
    if (!Number.isFinite(point.value)) continue
    const names = steps.get(point.step) ?? new Map<string, InputPoint>()
    steps.set(point.step, names)
    const known = names.get(point.name)
    const isNewer = !known || point.epoch > known.epoch || (point.epoch === known.epoch && point.at >= known.at)
    if (isNewer) names.set(point.name, point)
  }
  return [...steps]
    .sort(([a], [b]) => a - b)
    .map(([step, names]) => {
      const values = [...names.values()]
      return {
        step,
        at: Math.max(...values.map(({ at }) => at)),
        value: values.reduce((sum, { value }) => sum + value, 0) / values.length,
      }
    })
}
