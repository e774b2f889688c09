import { episodeFields } from '@/server/core/filter/episode-fields'
import type { Operator } from '@/server/core/filter/filter-field'
import type { FilterNode, FilterValue } from '@/server/core/filter/filter-node'
import { formatFilter } from '@/server/core/filter/format-filter'

/**
 * Single filters by name, as other pages link here and as addresses said them before there was a language.
 * Stages and turns are indices from 0 here, and numbers from 1 in the address and in the language.
 */
export interface PlainFilters {
  readonly run?: number | null | undefined
  readonly kind?: string | null | undefined
  readonly partition?: string | null | undefined
  readonly stage?: number | null | undefined
  readonly fromStep?: number | null | undefined
  readonly toStep?: number | null | undefined
  readonly split?: string | null | undefined
  readonly suite?: string | null | undefined
  readonly task?: string | null | undefined
  readonly domain?: string | null | undefined
  readonly success?: boolean | null | undefined
  readonly rewardMin?: number | null | undefined
  readonly rewardMax?: number | null | undefined
  readonly turn?: number | null | undefined
  readonly failingTurn?: number | null | undefined
  readonly code?: string | null | undefined
  readonly rule?: string | null | undefined
  readonly recovered?: boolean | null | undefined
  readonly formatErrors?: boolean | null | undefined
  readonly group?: string | null | undefined
}

type Rule = readonly [name: keyof PlainFilters, field: string, operator: Operator]

const plainNumbers: readonly Rule[] = [
  ['run', 'run', '='],
  ['stage', 'stage', '='],
  ['fromStep', 'step', '>='],
  ['toStep', 'step', '<='],
  ['rewardMin', 'reward', '>='],
  ['rewardMax', 'reward', '<='],
  ['turn', 'turn', '='],
  ['failingTurn', 'failing-turn', '='],
]
const plainWords: readonly Rule[] = [
  ['partition', 'partition', '='],
  ['split', 'split', '='],
  ['kind', 'kind', '='],
  ['suite', 'suite', '='],
  ['task', 'task', '='],
  ['domain', 'domain', '='],
  ['code', 'code', '='],
  ['rule', 'rule', '='],
  ['group', 'group', '='],
]
const fromZero: readonly string[] = ['stage', 'turn', 'failingTurn']
const span = { from: 0, to: 0 }

const compare = (field: string, operator: Operator, value: FilterValue): FilterNode => {
  return { kind: 'compare', field, operator, values: [value], span }
}
const word = (text: string): FilterValue => ({ kind: 'text', text })
const number = (value: number): FilterValue => ({ kind: 'number', value })

/** The filters as conditions of the language. */
function plainConditions(plain: PlainFilters): FilterNode[] {
  const numbers = plainNumbers.flatMap(([name, field, operator]) => {
    const value = plain[name]
    return typeof value === 'number' ? compare(field, operator, number(value + (fromZero.includes(name) ? 1 : 0))) : []
  })
  const words = plainWords.flatMap(([name, field, operator]) => {
    const value = plain[name]
    return typeof value === 'string' ? compare(field, operator, word(value)) : []
  })
  return [...sameEnds(numbers), ...words, ...truths(plain)]
}

/** `step >= 3` and `step <= 3` are `step = 3`. */
function sameEnds(conditions: readonly FilterNode[]): readonly FilterNode[] {
  const ends = (at: number) => {
    const [low, high] = [conditions[at], conditions[at + 1]]
    if (low?.kind !== 'compare' || high?.kind !== 'compare' || low.field !== high.field) return null
    const [a, b] = [low.values[0], high.values[0]]
    return a?.kind === 'number' && b?.kind === 'number' && a.value === b.value ? compare(low.field, '=', a) : null
  }
  return conditions.flatMap((condition, at) => ends(at) ?? (ends(at - 1) ? [] : condition))
}

function truths({ success, recovered, formatErrors }: PlainFilters): FilterNode[] {
  const known = (value: boolean | null | undefined): value is boolean => value === true || value === false
  return [
    ...(known(success) ? [compare('outcome', '=', word(success ? 'succeeded' : 'failed'))] : []),
    ...(known(recovered) ? [compare('recovered', '=', word(recovered ? 'yes' : 'no'))] : []),
    ...(known(formatErrors) ? [compare('format-errors', formatErrors ? '>' : '=', number(0))] : []),
  ]
}

/** The filters as text of the language; empty: none. */
export function plainFilter(plain: PlainFilters): string {
  const [first, ...rest] = plainConditions(plain)
  if (!first) return ''
  return formatFilter(rest.length === 0 ? first : { kind: 'all', parts: [first, ...rest], span }, episodeFields)
}
