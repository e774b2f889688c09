import type { Bind, OneComparison, OwnCondition } from './filter-sql'

/** The traits of which an episode needs one to match, like `stage 2`. */
export interface AskedTraits {
  readonly any: readonly string[]
  /** False: not every episode with one of them matches. */
  readonly saysAll: boolean
}

/** Null: traits say nothing about the comparison. */
export type TraitsOf = (comparison: OneComparison) => AskedTraits | null

/** A condition that the index of traits answers where it can, at least in part. */
export const withTraits = (own: OwnCondition, traitsOf: TraitsOf): OwnCondition => ({
  condition: (comparison, bind) => {
    const asked = traitsOf(comparison)
    if (asked === null) return own.condition(comparison, bind)
    const narrowed = hasTrait(asked.any, bind)
    return asked.saysAll ? `(${narrowed})` : `(${narrowed} and ${own.condition(comparison, bind)})`
  },
  negated: own.condition,
})

function hasTrait(traits: readonly string[], bind: Bind): string {
  const hashes = traits.map((trait) => `hashtext(${bind(trait)})`).join(', ')
  return `e.traits ${traits.length === 1 ? '@>' : '&&'} array[${hashes}]`
}
