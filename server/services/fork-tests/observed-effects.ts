import type { ForkTarget } from '@/server/core/fork-tests/plan'
import { type LedgerRow, readLedger } from '@/server/db/hint-ledger'
import { ruleCounts, type Share } from '@/server/services/hints/ledger'

/** What the ledger says of a rule in the run: observed, nobody drew lots. */
export interface ObservedEffect {
  readonly rule: string
  readonly recoveredWhenShown: Share
  readonly recoveredOtherwise: Share
  readonly turns: ReturnType<typeof ruleCounts>['turns']
}

/** The ledger's figures of a run by rule: of the one that is tested, or of all. */
export async function observedEffects(run: number, target: ForkTarget): Promise<ObservedEffect[]> {
  if (target.kind === 'error') return []
  const rows = await readLedger([run], target.kind === 'rule' ? target.rule : undefined)
  return rows.map(observed)
}

function observed(row: LedgerRow): ObservedEffect {
  const { recoveredWhenShown, recoveredOtherwise, turns } = ruleCounts(row)
  return { rule: row.rule, recoveredWhenShown, recoveredOtherwise, turns }
}
