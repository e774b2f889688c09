import { z } from 'zod'
import { AppError } from '@/server/app-error'
import type { LedgerRuns } from '@/server/db/hint-ledger'
import { listRunsOfGroup } from '@/server/db/hint-scope'

export const ledgerScope = z.object({
  /** One run. */
  run: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .nullish(),
  /** Runs that were launched together. Neither: all runs. */
  group: z.string().min(1).max(300).nullish(),
})
export type LedgerScope = z.infer<typeof ledgerScope>

/** The runs whose failing calls are counted; null: all. Throws NOT_FOUND for a group without runs. */
export async function runsOfScope({ run, group }: LedgerScope): Promise<LedgerRuns> {
  if (run != null) return [run]
  if (group == null) return null
  const runs = await listRunsOfGroup(group)
  if (runs.length === 0) throw new AppError('NOT_FOUND', `There is no group of runs "${group}".`, 'group')
  return runs
}
