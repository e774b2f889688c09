import type { Comparison, FilterNode } from '@/server/core/filter/filter-node'
import { pool } from './client'
import { likeAnywhere, type OneComparison } from './filter-sql'

/** Fields whose values are names of which there are few: what is typed is looked up before episodes are. */
export const namedFields = ['task', 'domain', 'code', 'rule', 'suite'] as const
export type NamedField = (typeof namedFields)[number]

/** The names, of tasks the ids, that a comparison means. */
export type KnownNames = (field: NamedField, comparison: OneComparison) => readonly string[]

interface Asked {
  readonly field: NamedField
  readonly pattern: string
}

/**
 * Looks up every name that the filter speaks of, in any case and with the wildcards of `:` resolved: an index finds
 * episodes by names that are known, and by no others.
 */
export async function knownNames(filter: FilterNode | null): Promise<KnownNames> {
  const asked = filter ? namesIn(filter) : []
  const found = new Map<string, string[]>()
  if (asked.length > 0) {
    const { rows } = await pool().query<{ place: number; name: string }>(lookUp, [
      asked.map(({ field }) => field),
      asked.map(({ pattern }) => pattern),
    ])
    for (const { place, name } of rows) {
      const { field = '', pattern = '' } = asked[place - 1] ?? {}
      const names = found.get(keyOf(field, pattern))
      if (names) names.push(name)
      else found.set(keyOf(field, pattern), [name])
    }
  }
  return (field, { operator, value }) =>
    value.kind === 'text' ? (found.get(keyOf(field, patternOf(operator, value.text))) ?? []) : []
}

const lookUp = `
  with asked as (select * from unnest($1::text[], $2::text[]) with ordinality a(field, pattern, place))
  select a.place::int, t.id::text as name from asked a join tasks t on t.key ilike a.pattern where a.field = 'task'
  union all
  select a.place::int, n.name from asked a join episode_names n on n.kind = a.field and n.name ilike a.pattern`

const keyOf = (field: string, pattern: string) => `${field} ${pattern}`
const patternOf = (operator: string, text: string) =>
  operator === ':' ? likeAnywhere(text) : text.replace(/[\\%_]/g, '\\$&')

function namesIn(node: FilterNode): Asked[] {
  if (node.kind === 'all' || node.kind === 'any') return node.parts.flatMap(namesIn)
  if (node.kind === 'not') return namesIn(node.part)
  return node.kind === 'compare' ? namesCompared(node) : []
}

function namesCompared({ field: name, operator, values }: Comparison): Asked[] {
  const field = namedFields.find((known) => known === name)
  if (!field) return []
  const positive = operator === '!=' ? '=' : operator
  return values.flatMap((value) => (value.kind === 'text' ? { field, pattern: patternOf(positive, value.text) } : []))
}
