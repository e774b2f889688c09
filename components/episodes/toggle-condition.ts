import { allOf, chosenValues, conjuncts, withChosenValues } from '@/server/core/filter/choice-in-filter'
import { episodeFields } from '@/server/core/filter/episode-fields'
import { findField } from '@/server/core/filter/filter-field'
import type { FilterNode } from '@/server/core/filter/filter-node'
import { formatFilter } from '@/server/core/filter/format-filter'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { readValue } from '@/server/core/filter/read-value'

const parse = (text: string) => parseFilter(text, episodeFields).node
const format = (node: FilterNode | null) => (node ? formatFilter(node, episodeFields) : '')

/** Whether the filter as a whole asks for the condition, like `outcome = failed`. */
export const hasCondition = (filter: string, condition: string): boolean =>
  conjuncts(parse(filter)).some((part) => format(part) === condition)

/** The filter with the condition in the place of others about its field, or without it where it has it. */
export function toggledCondition(filter: string, condition: string): string {
  const added = parse(condition)
  const parts = conjuncts(parse(filter))
  if (hasCondition(filter, condition)) return format(allOf(parts.filter((part) => format(part) !== condition)))
  const rest = parts.filter(
    (part) => part.kind !== 'compare' || added?.kind !== 'compare' || part.field !== added.field,
  )
  return format(allOf(added ? [...rest, added] : rest))
}

/** The values that the filter has chosen for a field. */
export const chosenIn = (filter: string, field: string): readonly string[] => chosenValues(parse(filter), field)

/** The filter with one value of a field chosen besides those that are, or no longer chosen. */
export function toggledValue(filter: string, field: string, value: string): string {
  const known = findField(episodeFields, field)
  const chosen = chosenIn(filter, field)
  const texts = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
  const values = texts.flatMap((text) => {
    const read = known ? readValue(known, { text, quoted: text !== 'none' && known.type !== 'number' }) : text
    return typeof read === 'string' ? [] : [read]
  })
  return format(withChosenValues(parse(filter), field, values))
}
