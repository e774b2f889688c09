import { z } from 'zod'
import { type DraftRule, draftRuleSchema } from './draft-rule'

const position = z.number().int().min(0).max(5000)

/** One change to the rules of a draft. */
export const draftChangeSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set'), index: position, rule: draftRuleSchema }),
  z.object({ do: z.literal('insert'), index: position, rule: draftRuleSchema }),
  z.object({ do: z.literal('remove'), index: position }),
  z.object({ do: z.literal('move'), index: position, to: position }),
])
export type DraftChange = z.infer<typeof draftChangeSchema>

/** The rules after a change; a position outside of them changes nothing, one behind the end is the end. */
export function changeRules(rules: readonly DraftRule[], change: DraftChange): readonly DraftRule[] {
  if (change.do === 'insert') return rules.toSpliced(change.index, 0, change.rule)
  const rule = rules[change.index]
  if (rule === undefined) return rules
  if (change.do === 'set') return rules.with(change.index, change.rule)
  const without = rules.toSpliced(change.index, 1)
  return change.do === 'remove' ? without : without.toSpliced(change.to, 0, rule)
}
