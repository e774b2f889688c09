import type { HealthInput } from '../health-input'
import type { Reading, Readings } from '../health-rule'
import { noReadings } from '../judge-run'

/** One reading a step, beginning at step 1, a second apart. */
export const series = (values: readonly number[], from = 1, every = 1): Reading[] =>
  values.map((value, index) => ({ step: from + index * every, at: (from + index * every) * 1000, value }))

export const readingsOf = (given: Partial<Record<HealthInput, readonly Reading[]>>): Readings => ({
  ...noReadings,
  ...given,
})

/** The value so many times. */
export const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value)
