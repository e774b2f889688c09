import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { type RulePart, readLedger, readRuleParts, readRuleSteps } from '@/server/db/hint-ledger'
import { listRuleTexts } from '@/server/db/hint-rule-texts'
import { ruleCounts, share } from './ledger'
import { ledgerScope, runsOfScope } from './ledger-scope'

export const ruleDetailInput = ledgerScope.extend({ rule: z.string().min(1).max(200) })

/** More points than a chart of this size can show apart. */
const mostPoints = 120

/** One rule: its texts in the stored sets, and what followed it by stage, by tool and over steps. */
export async function ruleDetail({ rule, ...scope }: z.infer<typeof ruleDetailInput>) {
  const runs = await runsOfScope(scope)
  const [texts, rows, parts, steps] = await Promise.all([
    listRuleTexts(rule),
    readLedger(runs, rule),
    readRuleParts(runs, rule),
    readRuleSteps(runs, rule, mostPoints),
  ])
  const [row] = rows
  if (!row && texts.length === 0)
    throw new AppError('NOT_FOUND', `No set has a rule "${rule}", and no failing call was matched by one.`, 'rule')
  return {
    rule,
    texts,
    counts: row ? ruleCounts(row) : null,
    byStage: grouped(parts, ({ stage }) => String(stage)),
    byTool: grouped(parts, ({ domain, tool, code }) => [domain, tool, code].filter(Boolean).join(' · ')),
    steps,
  }
}

function grouped(parts: readonly RulePart[], keyOf: (part: RulePart) => string) {
  const groups = new Map<string, RulePart[]>()
  for (const part of parts) groups.set(keyOf(part), [...(groups.get(keyOf(part)) ?? []), part])
  return [...groups].map(([key, own]) => {
    const sum = (of: (part: RulePart) => number) => own.reduce((total, part) => total + of(part), 0)
    const [failures, shown, turns, shownTurns] = [
      sum((part) => part.failures),
      sum((part) => part.shown),
      sum((part) => part.turns),
      sum((part) => part.shownTurns),
    ]
    return {
      ...{ key, failures, shown },
      recoveredWhenShown: share(
        sum((part) => part.recoveredWhenShown),
        shown,
      ),
      recoveredOtherwise: share(
        sum((part) => part.recoveredOtherwise),
        failures - shown,
      ),
      turnsWith: share(
        sum((part) => part.shownTurnsOk),
        shownTurns,
      ),
      turnsWithout: share(
        sum((part) => part.turnsOk - part.shownTurnsOk),
        turns - shownTurns,
      ),
    }
  })
}
