import type { Domain } from '@/server/core/environments/domain'
import type { Registry } from '@/server/core/environments/registry'
import { pythonErrors } from '@/server/core/environments/shared/python-errors'
import type { ErrorDefinition } from '@/server/core/environments/shared/tool-error'
import { contradictoryField, shadows } from './reachability'
import type { AugmentationSet, HintRule } from './rule'
import { parseTemplate, TemplateError } from './template'

/** The part of a rule that a problem is about. */
export type RuleField = 'id' | 'domain' | 'tools' | 'code' | 'conditions' | 'template'

export interface RuleProblem {
  readonly field: RuleField
  /** A sentence without a full stop. */
  readonly message: string
}

/** Something that makes a rule useless or its text wrong. */
export interface LintProblem extends RuleProblem {
  readonly rule: string
  /** Position of the rule in its set, from 0. */
  readonly index: number
}

/** Known for every error, whatever its code. */
const always = ['tool', 'domain']

/**
 * Checks rules against the domains that they are for: unique ids; domains, tools and codes that exist; conditions and
 * templates that name only values which every error of the code carries; rules that can be reached. An empty list
 * means that the set is sound.
 */
export function lintAugmentationSet(set: AugmentationSet, registry: Registry): LintProblem[] {
  return lintRules(set.rules, registry)
}

/** The same for rules in their order. */
export function lintRules(rules: readonly HintRule[], registry: Registry): LintProblem[] {
  const seen = new Set<string>()
  return rules.flatMap((rule, index) => {
    const problems = lintRule(rule, registry)
    if (seen.has(rule.id)) problems.push({ field: 'id', message: 'another rule has the same id' })
    seen.add(rule.id)
    problems.push(...unreachable(rule, rules.slice(0, index), registry))
    return problems.map((problem) => ({ rule: rule.id, index, ...problem }))
  })
}

/** The problems of one rule by itself. */
export function lintRule(rule: HintRule, registry: Registry): RuleProblem[] {
  const { when } = rule
  const domains = when.domain === undefined ? [...registry.values()] : [registry.get(when.domain)]
  const known = domains.filter((domain) => domain !== undefined)
  if (known.length === 0) return [{ field: 'domain', message: `there is no domain ${when.domain}` }]
  const problems = unknownTools(when.tools ?? [], known)
  const definitions = definitionsOf(when.code, known)
  if (definitions.length === 0) return [...problems, { field: 'code', message: `no error has the code ${when.code}` }]
  const fields = new Set(commonFields(definitions))
  const available = `; there are ${[...fields].join(', ')}`
  for (const { field } of when.all) {
    const message = `the condition on ${field} names no value of ${when.code}${available}`
    if (!fields.has(field)) problems.push({ field: 'conditions', message })
  }
  return [...problems, ...templateProblems(rule, fields, available)]
}

function unreachable(rule: HintRule, before: readonly HintRule[], registry: Registry): RuleProblem[] {
  const field = contradictoryField(rule)
  if (field !== null) return [{ field: 'conditions', message: `no value of ${field} can fulfil all of its conditions` }]
  const earlier = before.find((candidate) => candidate.id !== rule.id && shadows(candidate, rule, registry))
  return earlier === undefined
    ? []
    : [
        {
          field: 'code',
          message: `never used: ${earlier.id} stands before it and matches everything that it matches; move it up or narrow ${earlier.id} down`,
        },
      ]
}

/** Values that an error of this code carries in every one of the domains; null: none of them has the code. */
export function fieldsOfCode(code: string, domain: string | undefined, registry: Registry): readonly string[] | null {
  const domains = [...registry.values()].filter(({ name }) => domain === undefined || name === domain)
  const definitions = definitionsOf(code, domains)
  return definitions.length === 0 ? null : commonFields(definitions)
}

function commonFields(definitions: readonly ErrorDefinition[]): string[] {
  const [first = [], ...others] = definitions.map((definition) => [...definition.fields, ...always])
  return [...new Set(first.filter((field) => others.every((own) => own.includes(field))))]
}

const unknownTools = (tools: readonly string[], domains: readonly Domain[]): RuleProblem[] =>
  tools
    .filter((name) => !domains.some((domain) => domain.tools.some((tool) => tool.name === name)))
    .map((name) => ({ field: 'tools', message: `there is no tool ${name}` }))

/** The definitions of a code: Python's and the executor's are the same everywhere. */
function definitionsOf(code: string, domains: readonly Domain[]): ErrorDefinition[] {
  const shared = pythonErrors[code]
  if (shared !== undefined) return [shared]
  return domains.map((domain) => domain.errors[code]).filter((definition) => definition !== undefined)
}

function templateProblems(rule: HintRule, fields: ReadonlySet<string>, available: string): RuleProblem[] {
  try {
    return parseTemplate(rule.template)
      .filter((part) => 'field' in part)
      .filter(({ field }) => !fields.has(field))
      .map(({ field }) => ({
        field: 'template',
        message: `the template names the unknown value {${field}}${available}`,
      }))
  } catch (error) {
    if (error instanceof TemplateError) return [{ field: 'template', message: error.message }]
    throw error
  }
}
