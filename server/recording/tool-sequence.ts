import type { StepRecord } from '@/server/core/episodes/record'

const offsetBasis = 0x811c9dc5
const prime = 0x01000193

/**
 * The names of the called tools in their order as one 32-bit number (FNV-1a): equal sequences have equal numbers, and
 * different ones almost always different ones. Arguments, turns and results do not count.
 */
export function toolSequence(steps: readonly Pick<StepRecord, 'calls'>[]): number {
  let hash = offsetBasis
  const mix = (code: number) => {
    hash = Math.imul(hash ^ code, prime)
  }
  for (const { calls } of steps) {
    for (const { name } of calls) {
      for (let index = 0; index < name.length; index++) mix(name.charCodeAt(index))
      // so that `ab` and `c` differ from `a` and `bc`
      mix(0)
    }
  }
  return hash | 0
}
