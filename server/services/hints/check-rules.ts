import { type DraftRule, finishRule } from '@/server/core/hints/draft-rule'
import { type LintProblem, lintRules } from '@/server/core/hints/lint'
import type { HintRule } from '@/server/core/hints/rule'
import { unsavedRules } from '@/server/db/augmentation-set-versions'
import { trainableDomains } from '@/server/environments/environments'
import { findLeak, leakText } from './find-leaks'

/** Problems of rules as they stand, at their fields and in their order: whatever can be said without recorded data. */
export function lintDraft(rules: readonly DraftRule[]): LintProblem[] {
  const finished = rules.map(finishRule)
  const sound = finished.flatMap((result, index) => ('rule' in result ? [{ rule: result.rule, index }] : []))
  const unfinished = finished.flatMap((result, index) =>
    'problems' in result ? result.problems.map((problem) => ({ rule: rules[index]?.id ?? '', index, ...problem })) : [],
  )
  const linted = lintRules(
    sound.map(({ rule }) => rule),
    trainableDomains(),
  ).map((problem) => ({ ...problem, index: sound[problem.index]?.index ?? problem.index }))
  return [...unfinished, ...linted].sort((a, b) => a.index - b.index)
}

/**
 * Everything that keeps rules from being saved as a set: what `lintDraft` finds and, where that is nothing, rules that
 * give ground truth away. Rules that stand in a stored set with the same conditions and text were looked at then.
 */
export async function checkRules(rules: readonly DraftRule[]): Promise<LintProblem[]> {
  const problems = lintDraft(rules)
  return problems.length > 0 ? problems : leaksAmong(rules, await unsavedRules(finishedRules(rules)))
}

/** The same, looking for leaks in every rule. */
export async function checkEveryRule(rules: readonly DraftRule[]): Promise<LintProblem[]> {
  const problems = lintDraft(rules)
  return problems.length > 0 ? problems : leaksAmong(rules, finishedRules(rules))
}

/** The rules that are complete. */
export const finishedRules = (rules: readonly DraftRule[]): HintRule[] =>
  rules.map(finishRule).flatMap((result) => ('rule' in result ? [result.rule] : []))

async function leaksAmong(rules: readonly DraftRule[], checked: readonly HintRule[]): Promise<LintProblem[]> {
  const problems: LintProblem[] = []
  for (const rule of checked) {
    const leak = await findLeak(rule)
    const index = rules.findIndex(({ id }) => id === rule.id)
    if (leak) problems.push({ rule: rule.id, index, field: 'template', message: leakText(leak) })
  }
  return problems
}
