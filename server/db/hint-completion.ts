import type { NextAction } from '@/server/core/hints/next-action'
import { recountFailures } from './hint-counts'
import { inTransaction } from './transaction'

export interface CompletedFailure {
  readonly episode: string
  readonly step: number
  readonly call: number
  readonly next: NextAction | null
}

/** Writes what followed failing calls that do not know it yet, and answers how many; counts the run again on demand. */
export function completeFailures(
  runId: number,
  failures: readonly CompletedFailure[],
  { recount }: { readonly recount: boolean } = { recount: false },
): Promise<number> {
  return inTransaction(async (sql) => {
    // against a batch that is recorded meanwhile, which counts itself
    await sql.query('select from runs where id = $1 for update', [runId])
    const { rowCount } = await sql.query(
      `update tool_error_events t set next = n.next
         from unnest($1::bigint[], $2::int[], $3::int[], $4::text[]) as n (episode, step, call, next)
        where t.episode_id = n.episode and t.step = n.step and t.call = n.call and t.next is null`,
      [
        failures.map(({ episode }) => episode),
        failures.map(({ step }) => step),
        failures.map(({ call }) => call),
        failures.map(({ next }) => next),
      ],
    )
    if (recount) {
      const { rows } = await sql.query<{ id: number }>('select id from run_attempts where run_id = $1', [runId])
      await recountFailures(
        sql,
        rows.map(({ id }) => id),
      )
    }
    return rowCount ?? 0
  })
}
