import { wilson } from '@/server/core/evaluation/interval'

/** Sums over dialogues of one arm: n turns in which a rule's error occurred, x of them right in the end. */
export interface ArmSums {
  /** Dialogues with such turns. */
  readonly dialogues: number
  readonly n: number
  readonly x: number
  /** Σ x², Σ x·n and Σ n² over the dialogues. */
  readonly xx: number
  readonly xn: number
  readonly nn: number
}

/** Sums over dialogues of products of both arms, and how many dialogues have turns of either. */
export interface CrossSums {
  readonly dialogues: number
  /** Σ x₁·x₀, Σ x₁·n₀, Σ n₁·x₀ and Σ n₁·n₀. */
  readonly xx: number
  readonly xn: number
  readonly nx: number
  readonly nn: number
}

export interface TurnShare {
  readonly hits: number
  readonly of: number
  /** 95 %, dialogues as the units; null when nothing was counted. */
  readonly interval: { readonly low: number; readonly high: number } | null
}

export interface TurnEffect {
  readonly withHint: TurnShare
  readonly without: TurnShare
  /** Share with the hint minus share without it, −1 to 1; null unless both were counted. */
  readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null
}

const z95 = 1.959963984540054

/**
 * Turn success with and without a hint. Turns of one dialogue, its variants and repetitions are alike, so dialogues
 * are the units: the intervals are those of a ratio of sums over clusters (linearised, with the correction G/(G−1)),
 * and the difference takes into account that both arms come from the same dialogues. Where no dialogue deviates or
 * there is only one, they are Wilson's with the number of dialogues as trials. Observational: nobody chose by lot
 * which turns got the hint.
 */
export function turnEffect(withHint: ArmSums, without: ArmSums, cross: CrossSums): TurnEffect {
  const [one, zero] = [shareOf(withHint), shareOf(without)]
  const shares = { withHint: one, without: zero }
  if (one.interval === null || zero.interval === null) return { ...shares, difference: null }
  const [p1, p0] = [withHint.x / withHint.n, without.x / without.n]
  const value = p1 - p0
  const covariance = cross.xx - p0 * cross.xn - p1 * cross.nx + p1 * p0 * cross.nn
  const variance =
    correction(cross.dialogues) *
    (deviations(withHint) / withHint.n ** 2 +
      deviations(without) / without.n ** 2 -
      (2 * covariance) / (withHint.n * without.n))
  const [below, above] =
    cross.dialogues > 1 && variance > tiny
      ? [z95 * Math.sqrt(variance), z95 * Math.sqrt(variance)]
      : [
          Math.hypot(p1 - one.interval.low, zero.interval.high - p0),
          Math.hypot(one.interval.high - p1, p0 - zero.interval.low),
        ]
  return { ...shares, difference: { value, low: Math.max(-1, value - below), high: Math.min(1, value + above) } }
}

const tiny = 1e-12

const correction = (dialogues: number): number => dialogues / Math.max(1, dialogues - 1)

/** Σ (x − p·n)² over the dialogues. */
function deviations({ n, x, xx, xn, nn }: ArmSums): number {
  const p = x / n
  return Math.max(0, xx - 2 * p * xn + p * p * nn)
}

function shareOf(arm: ArmSums): TurnShare {
  const { n, x, dialogues } = arm
  if (n === 0) return { hits: 0, of: 0, interval: null }
  const p = x / n
  const variance = (correction(dialogues) * deviations(arm)) / n ** 2
  if (dialogues < 2 || variance <= tiny) return { hits: x, of: n, interval: wilson(p * dialogues, dialogues) }
  const half = z95 * Math.sqrt(variance)
  return { hits: x, of: n, interval: { low: Math.max(0, p - half), high: Math.min(1, p + half) } }
}
