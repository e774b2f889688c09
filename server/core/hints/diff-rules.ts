import type { HintRule } from './rule'

export interface ChangedRule {
  readonly before: HintRule
  readonly after: HintRule
  /** What is not the same: `when`, `template`. */
  readonly parts: readonly ('when' | 'template')[]
}

export interface RuleDiff {
  readonly added: readonly HintRule[]
  readonly removed: readonly HintRule[]
  readonly changed: readonly ChangedRule[]
  /** Ids that stand at another place among the rules which both have. */
  readonly moved: readonly string[]
  readonly same: number
}

/** What makes one list of rules the other; rules are the same rule when they have the same id. */
export function diffRules(before: readonly HintRule[], after: readonly HintRule[]): RuleDiff {
  const old = new Map(before.map((rule) => [rule.id, rule]))
  const ids = new Set(after.map(({ id }) => id))
  const common = after.filter(({ id }) => old.has(id))
  const changed = common.flatMap((rule) => {
    const earlier = old.get(rule.id)
    if (earlier === undefined) return []
    const parts = (['when', 'template'] as const).filter((part) => !same(earlier[part], rule[part]))
    return parts.length > 0 ? [{ before: earlier, after: rule, parts }] : []
  })
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !ids.has(id)),
    changed,
    moved: movedIds(
      before.map(({ id }) => id).filter((id) => ids.has(id)),
      common.map(({ id }) => id),
    ),
    same: common.length - changed.length,
  }
}

/** Whether two values are the same JSON, whatever the order of their keys. */
export const same = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b)

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([x], [y]) => (x < y ? -1 : 1)))
      : item,
  )

/** The fewest that must be moved: all but a longest run of ids that keep their order. */
function movedIds(before: readonly string[], after: readonly string[]): string[] {
  const place = new Map(before.map((id, index) => [id, index]))
  const places = after.map((id) => place.get(id) ?? 0)
  const kept = longestRising(places)
  return after.filter((_, index) => !kept.has(index))
}

/** Positions of a longest strictly rising subsequence. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []
  const previous: number[] = []
  values.forEach((value, index) => {
    const length = ends.findIndex((end) => (values[end] ?? 0) >= value)
    const at = length < 0 ? ends.length : length
    previous[index] = ends[at - 1] ?? -1
    ends[at] = index
  })
  const kept = new Set<number>()
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) kept.add(index)
  return kept
}
