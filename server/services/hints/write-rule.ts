import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { type DraftRule, finishRule } from '@/server/core/hints/draft-rule'
import { proposeRule } from '@/server/core/hints/propose-rule'
import { shadows } from '@/server/core/hints/reachability'
import { updateDraft } from '@/server/db/hint-drafts'
import { trainableDomains } from '@/server/environments/environments'
import { definitionOf } from './propose-rules'
import { startDraft } from './start-draft'
import { toolDocsByDomain } from './tool-docs'

export const writeRuleInput = z.object({
  /** The set to write it for; one that comes with Envtune is copied first. */
  set: z.string().min(1).max(200),
  domain: z.string().max(200),
  tool: z.string().max(200),
  code: z.string().max(200),
})

/** Where the editor opens. */
export interface RulePlace {
  readonly draft: number
  readonly index: number
}

/** Adds a rule for an error to the set's draft, filled in with what is known of the error. */
export async function writeRule({ set, ...error }: z.infer<typeof writeRuleInput>): Promise<RulePlace> {
  const definition = definitionOf(error)
  if (definition === undefined)
    throw new AppError(
      'BAD_INPUT',
      `No domain here has the error ${error.code}, so that no rule can be for it.`,
      'code',
    )
  const docs = (await toolDocsByDomain()).get(error.domain) ?? []
  return addToDraft(set, proposeRule({ ...error, definition, docs }).rule)
}

/** Puts a rule into the draft of a set, under an id of its own: before the rule that would take its failures, or last. */
export async function addToDraft(set: string, rule: DraftRule): Promise<RulePlace> {
  const draft = await startDraft({ from: { name: set } })
  const added = { ...rule, id: freeId(rule.id, new Set(draft.rules.map(({ id }) => id))) }
  const index = placeFor(added, draft.rules)
  const rules = draft.rules.toSpliced(index, 0, added)
  if ((await updateDraft(draft, { rules })) === null)
    throw new AppError('CONFLICT', 'Somebody is changing the draft of this set right now. Try it again.')
  return { draft: draft.id, index }
}

function placeFor(added: DraftRule, rules: readonly DraftRule[]): number {
  const own = finishRule(added)
  const shadowing = rules.findIndex((rule) => {
    const earlier = finishRule(rule)
    return 'rule' in own && 'rule' in earlier && shadows(earlier.rule, own.rule, trainableDomains())
  })
  return shadowing < 0 ? rules.length : shadowing
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const candidate = number === 2 ? id : `${id}-${number - 1}`
    if (!taken.has(candidate)) return candidate
  }
}
