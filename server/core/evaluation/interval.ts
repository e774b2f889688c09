import type { Rng } from '@/server/core/rng'

/** A 95 % interval and how it was made; `method` is text for people. */
export interface Interval {
  readonly low: number
  readonly high: number
  readonly method: 'bootstrap over dialogues' | 'Wilson over dialogues' | 'both sides’ intervals combined'
}

/** A share as the dialogues make it up: of this dialogue, `hits` of `total` were right. A difference may be negative. */
export interface DialogueShare {
  readonly hits: number
  readonly total: number
}

const bootstrapSamples = 2000
const z95 = 1.959963984540054

/** Wilson score interval of a share, for `total` independent trials. */
export function wilson(hits: number, total: number): { low: number; high: number } {
  if (total === 0) return { low: 0, high: 1 }
  const share = hits / total
  const z2 = z95 * z95
  const centre = (share + z2 / (2 * total)) / (1 + z2 / total)
  const half = (z95 / (1 + z2 / total)) * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/**
 * 95 % interval of a pooled share (Σ hits / Σ total). Tasks of one dialogue are variants of each other, so the
 * dialogues are resampled, not the tasks. Where no resample can differ (all right, all wrong, a single dialogue),
 * it is the Wilson interval with the number of dialogues as trials, which is wide for few dialogues.
 */
export function shareInterval(dialogues: readonly DialogueShare[], rng: Rng): Interval {
  if (isUniform(dialogues)) {
    const hits = pooledShare(dialogues) * dialogues.length
    return { ...wilson(hits, dialogues.length), method: 'Wilson over dialogues' }
  }
  const shares = resampledShares(dialogues, rng)
  return { ...percentileInterval(shares), method: 'bootstrap over dialogues' }
}

/** Whether no resample of the dialogues can differ from another. */
export function isUniform(dialogues: readonly DialogueShare[]): boolean {
  const share = pooledShare(dialogues)
  return dialogues.length < 2 || dialogues.every(({ hits, total }) => hits === share * total)
}

/** Adds up what items say of their dialogues, in the order in which dialogues first occur. */
export function sharesByDialogue<T extends { readonly dialogue: string }>(
  items: readonly T[],
  share: (item: T) => DialogueShare,
): DialogueShare[] {
  const shares = new Map<string, DialogueShare>()
  for (const item of items) {
    const { hits, total } = share(item)
    const before = shares.get(item.dialogue) ?? { hits: 0, total: 0 }
    shares.set(item.dialogue, { hits: before.hits + hits, total: before.total + total })
  }
  return [...shares.values()]
}

/** Σ hits / Σ total; 0 when there is nothing. */
export function pooledShare(dialogues: readonly DialogueShare[]): number {
  let hits = 0
  let total = 0
  for (const dialogue of dialogues) {
    hits += dialogue.hits
    total += dialogue.total
  }
  return total === 0 ? 0 : hits / total
}

/** Pooled shares of `bootstrapSamples` resamples of the dialogues, in the order drawn. */
export function resampledShares(dialogues: readonly DialogueShare[], rng: Rng): number[] {
  return Array.from({ length: bootstrapSamples }, () => {
    let hits = 0
    let total = 0
    for (let draw = 0; draw < dialogues.length; draw++) {
      const dialogue = rng.pick(dialogues)
      hits += dialogue.hits
      total += dialogue.total
    }
    return total === 0 ? 0 : hits / total
  })
}

/** The middle 95 % of a sample; sorts in place. */
export function percentileInterval(sample: number[]): { low: number; high: number } {
  sample.sort((x, y) => x - y)
  return { low: quantile(sample, 0.025), high: quantile(sample, 0.975) }
}

/** Quantile of a sorted sample, linear between neighbours. */
export function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1)
  const below = Math.floor(position)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low
  return low + (high - low) * (position - below)
}
