import type { HealthInput } from './health-input'
import type { Evidence, HealthUnit, Reading } from './health-rule'

/** Mean of the readings' values; NaN of none. */
export const meanOf = (readings: readonly Reading[]): number =>
  readings.reduce((sum, { value }) => sum + value, 0) / readings.length

/** Squared standard error of the mean; 0 of fewer than two. */
export function squaredError(readings: readonly Reading[]): number {
  if (readings.length < 2) return 0
  const mean = meanOf(readings)
  const squares = readings.reduce((sum, { value }) => sum + (value - mean) ** 2, 0)
  return squares / (readings.length - 1) / readings.length
}

/** The neighbouring readings, `size` of them, whose mean is greatest; null when there are fewer. */
export function bestWindow(readings: readonly Reading[], size: number): readonly Reading[] | null {
  if (readings.length < size) return null
  let best = 0
  let greatest = Number.NEGATIVE_INFINITY
  for (let start = 0; start + size <= readings.length; start++) {
    let sum = 0
    for (let index = start; index < start + size; index++) sum += readings[index]?.value ?? 0
    if (sum <= greatest) continue
    greatest = sum
    best = start
  }
  return readings.slice(best, best + size)
}

/** The newest `size` readings; null when there are fewer. */
export const newest = (readings: readonly Reading[], size: number): readonly Reading[] | null =>
  readings.length < size ? null : readings.slice(-size)

interface Named {
  readonly input: HealthInput
  readonly label: string
  readonly unit: HealthUnit
}

/** The mean of some readings as evidence. */
export const meanEvidence = (named: Named, readings: readonly Reading[]): Evidence => ({
  ...named,
  value: meanOf(readings),
  points: readings.map(({ step, value }) => [step, value] as const),
})
