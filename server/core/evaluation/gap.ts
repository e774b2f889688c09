import type { Rng } from '@/server/core/rng'
import {
  type DialogueShare,
  type Interval,
  isUniform,
  percentileInterval,
  pooledShare,
  resampledShares,
  shareInterval,
} from './interval'

/** In-distribution minus out-of-distribution accuracy, −1 to 1; positive: worse out of distribution. */
export interface Gap {
  readonly value: number
  readonly interval: Interval
}

/**
 * Out-of-distribution gap with a 95 % interval: both sides are resampled by dialogue, independently of each other; where
 * no resample of a side can differ, the sides' own intervals are combined, so that 20 of 20 on both is not certainty.
 * Null when a side has nothing.
 */
export function distributionGap(
  inside: readonly DialogueShare[],
  outside: readonly DialogueShare[],
  rng: Rng,
): Gap | null {
  if (inside.length === 0 || outside.length === 0) return null
  const value = pooledShare(inside) - pooledShare(outside)
  if (isUniform(inside) || isUniform(outside)) return { value, interval: combined(inside, outside, rng) }
  const outsideSample = resampledShares(outside, rng)
  const differences = resampledShares(inside, rng).map((share, index) => share - (outsideSample[index] ?? 0))
  return {
    value,
    interval: { ...percentileInterval(differences), method: 'bootstrap over dialogues' },
  }
}

/** Interval of a difference from those of its sides (Newcombe 1998, method 10; with any interval of a side: MOVER). */
function combined(inside: readonly DialogueShare[], outside: readonly DialogueShare[], rng: Rng): Interval {
  const [first, second] = [pooledShare(inside), pooledShare(outside)]
  const [one, other] = [shareInterval(inside, rng), shareInterval(outside, rng)]
  const difference = first - second
  return {
    low: Math.max(-1, difference - Math.hypot(first - one.low, other.high - second)),
    high: Math.min(1, difference + Math.hypot(one.high - first, second - other.low)),
    method: 'both sides’ intervals combined',
  }
}
