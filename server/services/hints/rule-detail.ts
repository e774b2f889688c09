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
    byStage: grouped(parts, ({ stage }) => ({ name: String(stage), detail: null })),
    byTool: grouped(parts, ({ domain, tool, code }) => ({
      name: tool,
      detail: [domain, code].filter(Boolean).join(' · '),
    })),
    steps,
  }
}

/** What a group of counts is called. */
interface GroupName {
  readonly name: string
  readonly detail: string | null
}

function grouped(parts: readonly RulePart[], nameOf: (part: RulePart) => GroupName) {
  const groups = new Map<string, { readonly name: GroupName; readonly parts: RulePart[] }>()
  for (const part of parts) {
    const name = nameOf(part)
    const key = JSON.stringify(name)
    const group = groups.get(key) ?? { name, parts: [] }
    group.parts.push(part)
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => ({ ...group.name, ...countsOf(group.parts) }))
}

function countsOf(parts: readonly RulePart[]) {
  const sum = (of: (part: RulePart) => number) => parts.reduce((total, part) => total + of(part), 0)
  const [failures, shown] = [sum((part) => part.failures), sum((part) => part.shown)]
  const [turns, shownTurns] = [sum((part) => part.turns), sum((part) => part.shownTurns)]
  const [recoveredShown, recoveredOtherwise] = [
    sum((part) => part.recoveredWhenShown),
    sum((part) => part.recoveredOtherwise),
  ]
  const [turnsOk, shownTurnsOk] = [sum((part) => part.turnsOk), sum((part) => part.shownTurnsOk)]
  return {
    ...{ failures, shown },
    recoveredWhenShown: share(recoveredShown, shown),
    recoveredOtherwise: share(recoveredOtherwise, failures - shown),
    turnsWith: share(shownTurnsOk, shownTurns),
    turnsWithout: share(turnsOk - shownTurnsOk, turns - shownTurns),
  }
}
