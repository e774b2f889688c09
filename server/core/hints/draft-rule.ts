import { z } from 'zod'
import type { RuleField, RuleProblem } from './lint'
import { type Condition, type HintRule, hintRuleSchema } from './rule'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const comparisons = ['equal', 'not_equal', 'one_of', 'none_of', 'contains', 'empty', 'not_empty'] as const

/** Characters; agents read shorter ones. */
export const longestTemplate = 8000

const draftConditionSchema = z.object({
  field: z.string().max(200),
  is: z.enum(comparisons),
  /** Which of the three counts is for the comparison to say; the others are kept while a person tries them out. */
  to: scalar.optional(),
  values: z.array(scalar).max(200).optional(),
  text: z.string().max(2000).optional(),
})
export type DraftCondition = z.infer<typeof draftConditionSchema>

/** A rule as it stands while somebody works on it: complete or not. */
export const draftRuleSchema = z.object({
  id: z.string().max(200),
  when: z.object({
    domain: z.string().max(200).optional(),
    tools: z.array(z.string().max(200)).max(200).optional(),
    code: z.string().max(200),
    all: z.array(draftConditionSchema).max(50),
  }),
  template: z.string().max(longestTemplate, 'at most 8,000 characters'),
  /** Where it comes from when nobody wrote it, e.g. `documentation`. */
  origin: z.string().max(200).optional(),
})
export type DraftRule = z.infer<typeof draftRuleSchema>

/** No set needs more. */
export const draftRulesSchema = z.array(draftRuleSchema).max(5000)

export type Finished = { readonly rule: HintRule } | { readonly problems: readonly RuleProblem[] }

/** The draft as a rule, or what keeps it from being one, at the fields. */
export function finishRule({ origin: _, ...draft }: DraftRule): Finished {
  const { domain, tools = [], code, all } = draft.when
  const result = hintRuleSchema.safeParse({
    ...draft,
    when: { ...(domain ? { domain } : {}), ...(tools.length > 0 ? { tools } : {}), code, all: all.map(plainCondition) },
  })
  const problems = [
    ...(result.success ? [] : result.error.issues.map(({ path, message }) => problemAt(path, message, draft))),
    ...(code === '' ? [{ field: 'code' as const, message: 'choose the error that the rule is for' }] : []),
  ]
  return result.success && problems.length === 0 ? { rule: result.data } : { problems }
}

/** Only what the comparison reads. */
function plainCondition({ field, is, to, values, text }: DraftCondition): unknown {
  if (is === 'equal' || is === 'not_equal') return { field, is, to: to ?? null }
  if (is === 'one_of' || is === 'none_of') return { field, is, values: values ?? [] }
  return is === 'contains' ? { field, is, text: text ?? '' } : { field, is }
}

function problemAt(path: readonly PropertyKey[], message: string, draft: Omit<DraftRule, 'origin'>): RuleProblem {
  const field = fieldOf(path)
  if (field === 'id')
    return {
      field,
      message:
        'an id is made of lower-case letters and digits, in parts with . _ or - between them: travel.login-first',
    }
  if (field === 'template' && draft.template === '') return { field, message: 'write what the agent is told' }
  if (field !== 'conditions') return { field, message }
  const condition = draft.when.all[Number(path[2])]
  return { field, message: `the condition on ${condition?.field || '…'} needs something to compare with` }
}

function fieldOf(path: readonly PropertyKey[]): RuleField {
  if (path[0] === 'id' || path[0] === 'template') return path[0]
  if (path[1] === 'domain' || path[1] === 'tools' || path[1] === 'code') return path[1]
  return 'conditions'
}

/** A finished rule as something to work on. */
export const draftOf = ({ id, when, template }: HintRule): DraftRule => ({
  id,
  when: { ...when, all: when.all.map((condition: Condition): DraftCondition => ({ ...condition })) },
  template,
})
