import type { Comparison, FilterNode, FilterValue } from './filter-node'

/** A chosen value as people read it; null: it is none that can be chosen. */
function chosenText(value: FilterValue): string | null {
  if (value.kind === 'text') return value.text
  if (value.kind === 'number') return String(value.value)
  return value.kind === 'none' ? 'none' : null
}

const isChoice = (node: FilterNode, field: string): node is Comparison =>
  node.kind === 'compare' &&
  node.field === field &&
  node.operator === '=' &&
  node.values.every((value) => chosenText(value) !== null)

/** The conditions that all have to hold. */
export const conjuncts = (node: FilterNode | null): readonly FilterNode[] =>
  node === null ? [] : node.kind === 'all' ? node.parts : [node]

/** The values that a filter as a whole asks the field to have one of; none: it does not. */
export function chosenValues(node: FilterNode | null, field: string): string[] {
  const found = conjuncts(node).find((part) => isChoice(part, field))
  if (found?.kind !== 'compare') return []
  return found.values.flatMap((value) => chosenText(value) ?? [])
}

/** The filter with exactly these values chosen for the field (words as such); everything else of it stays. */
export function withChosenValues(
  node: FilterNode | null,
  field: string,
  values: readonly (string | FilterValue)[],
): FilterNode | null {
  const span = { from: 0, to: 0 }
  const chosen = values.map((value): FilterValue => (typeof value === 'string' ? { kind: 'text', text: value } : value))
  const choice: FilterNode | null =
    chosen.length === 0 ? null : { kind: 'compare', field, operator: '=', values: chosen, span }
  const before = conjuncts(node)
  const place = before.findIndex((part) => isChoice(part, field))
  const parts = place < 0 ? [...before, choice] : before.map((part, index) => (index === place ? choice : part))
  return allOf(parts.filter((part) => part !== null))
}

/** One condition that holds when all of them do; null: there is none. */
export function allOf(parts: readonly FilterNode[]): FilterNode | null {
  const [first] = parts
  if (!first) return null
  return parts.length === 1 ? first : { kind: 'all', parts, span: { from: 0, to: 0 } }
}
