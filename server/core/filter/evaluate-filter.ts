import type { Operator } from './filter-field'
import type { FilterNode, FilterValue } from './filter-node'

/** What a row has for a field: a number also for shares, seconds for times, milliseconds for days. */
export type FieldContent = string | number | readonly string[] | null

export interface FilterRow {
  readonly id: number
  readonly field: (name: string) => FieldContent
  /** What free words are looked for in, or whether one is found. */
  readonly words: string | ((text: string) => boolean)
}

const dayMs = 86_400_000

/** Whether a row is found: for rows in memory. The database gives the same (filterSql). */
export function evaluateFilter(node: FilterNode, row: FilterRow, now: Date): boolean {
  switch (node.kind) {
    case 'all':
      return node.parts.every((part) => evaluateFilter(part, row, now))
    case 'any':
      return node.parts.some((part) => evaluateFilter(part, row, now))
    case 'not':
      return !evaluateFilter(node.part, row, now)
    case 'word': {
      const number = /^#(\d{1,18})$/.exec(node.text)?.[1]
      if (number) return row.id === Number(number)
      return typeof row.words === 'string'
        ? row.words.toLowerCase().includes(node.text.toLowerCase())
        : row.words(node.text)
    }
    case 'compare': {
      const content = row.field(node.field)
      const positive = node.operator === '!=' ? '=' : node.operator
      const found = node.values.some((value) => holds(content, positive, value, now))
      return node.operator === '!=' ? !found : found
    }
  }
}

function holds(content: FieldContent, operator: Operator, value: FilterValue, now: Date): boolean {
  if (value.kind === 'none')
    return content === null || content === '' || (Array.isArray(content) && content.length === 0)
  if (content === null) return false
  if (typeof content === 'number') return compareNumber(content, operator, value, now)
  if (value.kind !== 'text') return false
  const wanted = value.text.toLowerCase()
  const texts = (typeof content === 'string' ? [content] : content).map((text) => text.toLowerCase())
  return texts.some((text) => (operator === ':' ? text.includes(wanted) : text === wanted))
}

function compareNumber(content: number, operator: Operator, value: FilterValue, now: Date): boolean {
  if (Number.isNaN(content)) return false
  const [from, to] = rangeOf(value, now)
  switch (operator) {
    case '<':
      return content < from
    case '<=':
      return to === from ? content <= from : content < to
    case '>':
      return to === from ? content > from : content >= to
    case '>=':
      return content >= from
    default:
      return to === from ? content === from : content >= from && content < to
  }
}

/** A day is everything from its midnight to the next; other values are points. */
function rangeOf(value: FilterValue, now: Date): readonly [number, number] {
  // Shares are stored in single precision, and compared in it.
  if (value.kind === 'number') return [Math.fround(value.value), Math.fround(value.value)]
  if (value.kind === 'duration') return [value.seconds, value.seconds]
  if (value.kind !== 'day') return [Number.NaN, Number.NaN]
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  const named = value.day === 'today' ? today : value.day === 'yesterday' ? today - dayMs : Date.parse(value.day)
  return [named, named + dayMs]
}
