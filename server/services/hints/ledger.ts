import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { wilson } from '@/server/core/evaluation/interval'
import { turnEffect } from '@/server/core/hints/turn-effect'
import { findAugmentationSet, listAugmentationSets } from '@/server/db/augmentation-sets'
import { type LedgerRow, readLedger } from '@/server/db/hint-ledger'
import { ledgerScope, runsOfScope } from './ledger-scope'

export const hintLedgerInput = ledgerScope.extend({
  set: z.string().min(1).default('built-in'),
  /** Absent: the newest. */
  version: z.int32().positive().nullish(),
})

export interface Share {
  readonly hits: number
  readonly of: number
  /** 95 % Wilson interval; null when nothing was counted. */
  readonly interval: { readonly low: number; readonly high: number } | null
}

export const share = (hits: number, of: number): Share => ({ hits, of, interval: of > 0 ? wilson(hits, of) : null })

/** What is counted for a rule. Turn success is observational: nobody chose by lot which turns got the hint. */
export function ruleCounts(row: LedgerRow) {
  const { failures, shown, tasks, nextShown, nextOtherwise, recoveredWhenShown, recoveredOtherwise } = row
  return {
    ...{ failures, shown, tasks, nextShown, nextOtherwise },
    recoveredWhenShown: share(recoveredWhenShown, shown),
    recoveredOtherwise: share(recoveredOtherwise, failures - shown),
    turns: turnEffect(row.withHint, row.without, row.cross),
  }
}

const none = { dialogues: 0, n: 0, x: 0, xx: 0, xn: 0, nn: 0 }
const noNext = { retried: 0, named_tool: 0, repeated: 0, other_call: 0, answered: 0, malformed: 0, cut_off: 0 }
const neverMatched: Omit<LedgerRow, 'rule'> = {
  ...{ failures: 0, shown: 0, tasks: 0, recoveredWhenShown: 0, recoveredOtherwise: 0 },
  ...{ nextShown: noNext, nextOtherwise: noNext, withHint: none, without: none },
  cross: { dialogues: 0, xx: 0, xn: 0, nx: 0, nn: 0 },
}

/** Every rule of a set's version with what happened after it, in one run, the runs of a group, or all. */
export async function hintLedger({ set: name, version, ...scope }: z.infer<typeof hintLedgerInput>) {
  const runs = await runsOfScope(scope)
  const [found, sets, rows] = await Promise.all([
    findAugmentationSet(name, version ?? undefined),
    listAugmentationSets(),
    readLedger(runs),
  ])
  if (!found) throw new AppError('NOT_FOUND', `There is no augmentation set "${name}".`, 'set')
  const byRule = new Map(rows.map((row) => [row.rule, row]))
  const own = new Set(found.set.rules.map(({ id }) => id))
  const elsewhere = rows.filter(({ rule }) => !own.has(rule))
  return {
    set: { name: found.set.name, version: found.set.version, title: found.set.title },
    sets: sets.map((row) => ({ name: row.name, title: row.title })),
    rules: found.set.rules.map(({ id, when, template }) => ({
      id,
      domain: when.domain ?? null,
      tools: when.tools ?? [],
      code: when.code,
      conditions: when.all,
      template,
      ...ruleCounts(byRule.get(id) ?? { rule: id, ...neverMatched }),
    })),
    /** Rules that this version of the set does not have: runs keep the set that they were launched with. */
    elsewhere: elsewhere
      .map((row) => ({ id: row.rule, ...ruleCounts(row) }))
      .sort((a, b) => b.shown - a.shown || b.failures - a.failures),
  }
}
