import type { Registry } from '@/server/core/environments/registry'
import type { PyValue } from '@/server/core/environments/shared/values'
import { holds } from './match-rule'
import type { Condition, HintRule } from './rule'

/**
 * Whether `earlier` matches everything that `rule` matches, so that `rule` is never used. Every doubt counts as no:
 * a yes is certain. The registry says which tools a domain has and which domains an error code.
 */
export function shadows(earlier: HintRule, rule: HintRule, registry: Registry): boolean {
  return (
    earlier.when.code === rule.when.code &&
    coversDomain(earlier, rule, registry) &&
    coversTools(earlier, rule, registry) &&
    earlier.when.all.every((condition) => isImplied(condition, rule.when.all))
  )
}

function coversDomain(earlier: HintRule, rule: HintRule, registry: Registry): boolean {
  const { domain } = earlier.when
  if (domain === undefined || domain === rule.when.domain) return true
  if (rule.when.domain !== undefined) return false
  const withCode = [...registry.values()].filter(({ errors }) => rule.when.code in errors)
  return withCode.length > 0 && withCode.every(({ name }) => name === domain)
}

function coversTools(earlier: HintRule, rule: HintRule, registry: Registry): boolean {
  const { tools } = earlier.when
  if (tools === undefined) return true
  const domain = rule.when.domain === undefined ? undefined : registry.get(rule.when.domain)
  const wanted = rule.when.tools ?? domain?.tools.map(({ name }) => name)
  return wanted?.every((tool) => tools.includes(tool)) ?? false
}

/** Whether the condition holds for every value for which all the given ones on its field hold. */
function isImplied(condition: Condition, given: readonly Condition[]): boolean {
  const own = given.filter(({ field }) => field === condition.field)
  if (own.some((other) => same(other, condition))) return true
  const possible = possibleValues(own)
  if (possible !== null) return possible.every((value) => holds(condition, value))
  if (condition.is === 'not_empty') return own.some(({ is }) => is === 'contains')
  return excludedBy(condition).every((value) => value !== undefined && own.some((other) => !holds(other, value)))
}

/** Values that the condition excludes, where it is one that only excludes; else something that nothing excludes. */
function excludedBy(condition: Condition): readonly (PyValue | undefined)[] {
  if (condition.is === 'not_equal') return [condition.to]
  return condition.is === 'none_of' ? condition.values : [undefined]
}

/** All values for which the conditions on one field can hold; null: there is no end of them. */
function possibleValues(conditions: readonly Condition[]): readonly PyValue[] | null {
  const finite = conditions.map(candidatesOf).filter((values) => values !== null)
  const [first] = finite
  return first === undefined ? null : first.filter((value) => conditions.every((condition) => holds(condition, value)))
}

function candidatesOf(condition: Condition): readonly PyValue[] | null {
  if (condition.is === 'equal') return [condition.to]
  if (condition.is === 'one_of') return condition.values
  return condition.is === 'empty' ? [null, '', [], new Map()] : null
}

const same = (a: Condition, b: Condition): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The field on which a rule's conditions exclude each other, so that it never matches; null: there is none. */
export function contradictoryField({ when }: HintRule): string | null {
  for (const { field } of when.all) {
    const own = when.all.filter((condition) => condition.field === field)
    if (possibleValues(own)?.length === 0) return field
    if (own.some(({ is }) => is === 'empty') && own.some(({ is }) => is === 'not_empty')) return field
  }
  return null
}
