import type { Gate } from './curriculum'

/**
 * First training step of the stage at which the gate could pass at all: its minimum is done and its window is full,
 * the validation at the stage's start counted. Null: the stage can only end at its limit.
 */
export function earliestPass({ minSteps, maxSteps, validateEvery, window }: Gate): number | null {
  const least = Math.max(minSteps, (window - 1) * validateEvery)
  const due = Math.ceil(least / validateEvery) * validateEvery
  if (due <= maxSteps) return due
  // the last one is made at the maximum, whether the interval falls on it or not
  const made = Math.floor((maxSteps - 1) / validateEvery) + 2
  return maxSteps >= minSteps && made >= window ? maxSteps : null
}
