import { conjuncts } from '@/server/core/filter/choice-in-filter'
import type { FilterNode } from '@/server/core/filter/filter-node'
import type { EpisodeSummary } from '@/server/recording/packed-event'
import { failingTurn } from './failing-turn'
import type { TraitsOf } from './trait-condition'

/** Greater numbers have no trait of their own: hashes of known traits are known to differ. */
const greatest = 99

const choice =
  (field: string): TraitsOf =>
  ({ value }) =>
    value.kind === 'text' ? [`${field} ${value.text}`] : null

/** Of a number as it is stored, which people count from 1. */
const number =
  (field: string): TraitsOf =>
  ({ operator, value }) => {
    if (value.kind === 'none') return [`${field} none`]
    if (value.kind !== 'number' || operator !== '=') return null
    const stored = value.value - 1
    return Number.isInteger(stored) && stored >= 0 && stored <= greatest ? [`${field} ${stored}`] : null
  }

/** Of a count: whether there are some. */
const count =
  (field: string): TraitsOf =>
  ({ operator, value }) => {
    if (value.kind !== 'number') return null
    const some = operator === '>' ? value.value >= 0 : (operator === '>=' || operator === '=') && value.value > 0
    return some ? [`${field} some`] : null
  }

/** Fields of the filter that episodes have traits for. */
export const traitsByField = {
  stage: number('stage'),
  split: choice('split'),
  partition: choice('partition'),
  kind: choice('kind'),
  outcome: choice('outcome'),
  'failing-turn': number('failing-turn'),
  'format-errors': count('format-errors'),
  recovered: choice('recovered'),
} as const satisfies Record<string, TraitsOf>

/** What an episode is; the database makes the same of its columns (the migration episode_traits). */
export function traitsOf(episode: EpisodeSummary): string[] {
  const { stage, split, partition, kind, invalid, success, counts } = episode
  return [
    `stage ${stage ?? 'none'}`,
    `split ${split}`,
    `partition ${partition}`,
    `kind ${kind}`,
    `outcome ${invalid != null ? 'invalid' : success ? 'succeeded' : 'failed'}`,
    `failing-turn ${failingTurn(episode) ?? 'none'}`,
    `format-errors ${counts.formatErrors > 0 ? 'some' : 'none'}`,
    `recovered ${counts.hintsRecovered > 0 ? 'yes' : 'no'}`,
  ]
}

/**
 * What the filter as a whole asks of traits: one of each list. Episodes that lack it are in no result, whatever else
 * the filter says of them.
 */
export function askedTraits(filter: FilterNode | null): readonly (readonly string[])[] {
  return conjuncts(filter).flatMap((part) => {
    if (part.kind !== 'compare' || part.operator === '!=') return []
    const { field, operator, values } = part
    const traits = Object.entries(traitsByField).find(([name]) => name === field)?.[1]
    const each = traits ? values.map((value) => traits({ operator, value })) : [null]
    return each.includes(null) ? [] : [each.flatMap((some) => some ?? [])]
  })
}

const letters: Readonly<Record<string, string>> = {
  ...{ stage: 's', split: 't', partition: 'p', kind: 'k', outcome: 'o' },
  ...{ 'failing-turn': 'f', 'format-errors': 'e', recovered: 'r' },
}

/** A trait among the words that an episode is found by; no word of a text begins so. */
export function traitWord(trait: string): string {
  const [field = '', value = ''] = trait.split(' ')
  return `=${letters[field] ?? field}${value}`
}
