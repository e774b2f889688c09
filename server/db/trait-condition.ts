import type { Bind, OneComparison, OwnCondition } from './filter-sql'

/** The traits of which an episode needs one to match, like `stage 2`; null: traits say nothing about this. */
export type TraitsOf = (comparison: OneComparison) => readonly string[] | null

/**
 * A condition that the index of traits answers.
 * @param own what holds where traits say nothing, and, unless they say all of it, where they do
 */
export const withTraits = (own: OwnCondition, traitsOf: TraitsOf, saysAll = true): OwnCondition => ({
  condition: (comparison, bind) => {
    const traits = traitsOf(comparison)
    if (traits === null) return own.condition(comparison, bind)
    const narrowed = hasTrait(traits, bind)
    return saysAll ? `(${narrowed})` : `(${narrowed} and ${own.condition(comparison, bind)})`
  },
})

function hasTrait(traits: readonly string[], bind: Bind): string {
  const hashes = traits.map((trait) => `hashtext(${bind(trait)})`).join(', ')
  return `e.traits ${traits.length === 1 ? '@>' : '&&'} array[${hashes}]`
}
