import { conjuncts } from '@/server/core/filter/choice-in-filter'
import type { FilterNode } from '@/server/core/filter/filter-node'
import type { EpisodeSummary } from '@/server/recording/packed-event'
import { failingTurn } from './failing-turn'
import type { AskedTraits, TraitsOf } from './trait-condition'

/** Stages from here on have no trait of their own: hashes of known traits are known to differ. */
const greatestStage = 99

const exactly = (...any: readonly string[]): AskedTraits => ({ any, saysAll: true })

const choice =
  (field: string): TraitsOf =>
  ({ value }) =>
    value.kind === 'text' ? exactly(`${field} ${value.text}`) : null

/** Stored from 0, shown from 1. */
const stage: TraitsOf = ({ operator, value }) => {
  if (value.kind === 'none') return exactly('stage none')
  if (value.kind !== 'number' || operator !== '=') return null
  const stored = value.value - 1
  return Number.isInteger(stored) && stored >= 0 && stored <= greatestStage ? exactly(`stage ${stored}`) : null
}

/** Of a run; there are more of them than hashes could be checked for. */
const run: TraitsOf = ({ operator, value }) =>
  value.kind === 'number' && operator === '=' && Number.isInteger(value.value)
    ? { any: [`run ${value.value}`], saysAll: false }
    : null

/**
 * Of a number whose small values have a trait each, and all from `many` on one.
 * @param shown what people read is so much more than what is stored
 */
const upTo =
  (field: string, many: number, shown: number): TraitsOf =>
  ({ operator, value }) => {
    if (value.kind === 'none') return exactly(`${field} none`)
    if (value.kind !== 'number' || operator === ':') return null
    const wanted = value.value - shown
    const few = Array.from({ length: many }, (_, index) => index).filter((index) => compare[operator](index, wanted))
    const rest = restOf(operator, wanted, many)
    const any = [...few, ...(rest === 'none' ? [] : [many])].map((index) => `${field} ${index}`)
    return any.length === 0 ? null : { any, saysAll: rest !== 'some' }
  }

const compare = {
  '=': (a: number, b: number) => a === b,
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
} as const

/** How many of the whole numbers from `many` on are meant. */
function restOf(operator: keyof typeof compare, wanted: number, many: number): 'none' | 'some' | 'all' {
  if (operator === '>' || operator === '>=') return compare[operator](many, wanted) ? 'all' : 'some'
  if (operator === '=') return wanted >= many ? 'some' : 'none'
  return compare[operator](many, wanted) ? 'some' : 'none'
}

const manyTurns = 9
const manyErrors = 5

/** Fields of the filter that episodes have traits for. */
export const traitsByField = {
  run,
  stage,
  split: choice('split'),
  partition: choice('partition'),
  kind: choice('kind'),
  outcome: choice('outcome'),
  'failing-turn': upTo('failing-turn', manyTurns, 1),
  'format-errors': upTo('format-errors', manyErrors, 0),
  recovered: choice('recovered'),
} as const satisfies Record<string, TraitsOf>

/** What of an episode its traits are made from. */
export interface TraitSource {
  readonly runId: number
  readonly stage: number | null
  readonly split: string
  readonly partition: string
  readonly kind: string
  readonly invalid: string | null
  readonly success: boolean
  readonly failingTurn: number | null
  readonly formatErrors: number
  readonly hintsRecovered: number
}

/** What a recorded episode is. */
export const traitsOf = (episode: EpisodeSummary, runId: number): string[] =>
  traitsFrom({
    ...episode,
    ...episode.counts,
    runId,
    invalid: episode.invalid ?? null,
    failingTurn: failingTurn(episode),
  })

/** What an episode is; the database makes the same of its columns (the migration episode_run_traits). */
export function traitsFrom(episode: TraitSource): string[] {
  const { runId, stage, split, partition, kind, invalid, success } = episode
  return [
    `run ${runId}`,
    `stage ${stage ?? 'none'}`,
    `split ${split}`,
    `partition ${partition}`,
    `kind ${kind}`,
    `outcome ${invalid !== null ? 'invalid' : success ? 'succeeded' : 'failed'}`,
    `failing-turn ${capped(episode.failingTurn, manyTurns)}`,
    `format-errors ${capped(episode.formatErrors, manyErrors)}`,
    `recovered ${episode.hintsRecovered > 0 ? 'yes' : 'no'}`,
  ]
}

const capped = (value: number | null, many: number) => (value === null ? 'none' : Math.min(value, many))

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
    return each.includes(null) ? [] : [each.flatMap((some) => some?.any ?? [])]
  })
}

const letters: Readonly<Record<string, string>> = {
  ...{ run: 'u', stage: 's', split: 't', partition: 'p', kind: 'k', outcome: 'o' },
  ...{ 'failing-turn': 'f', 'format-errors': 'e', recovered: 'r' },
}

/** A trait among the words that an episode is found by; no word of a text begins so. */
export function traitWord(trait: string): string {
  const [field = '', value = ''] = trait.split(' ')
  return `=${letters[field] ?? field}${value}`
}
