import { pool } from './client'
import { countsOf, type LedgerRuns, runValues } from './hint-ledger'

/** Failing calls of one kind that no rule matched. */
export interface MissingCluster {
  readonly domain: string
  readonly tool: string
  readonly code: string
  readonly failures: number
  readonly recovered: number
  readonly tasks: number
  /** Turns in which they occur, and those of them that were not right in the end: what they may have cost. */
  readonly turns: number
  readonly failedTurns: number
}

export interface MissingClusters {
  readonly clusters: readonly MissingCluster[]
  /** Of all, shown or not. */
  readonly count: number
  readonly failures: number
}

/** The most costly clusters first. */
export async function readMissing(runs: LedgerRuns, limit: number): Promise<MissingClusters> {
  const values = runValues(runs)
  const { rows } = await pool().query<MissingCluster & { readonly count: number; readonly all: number }>(
    `select c.domain, c.tool, c.code, sum(c.failures)::int failures, sum(c.recovered)::int recovered,
            count(distinct c.task_id)::int tasks, sum(c.turns)::int turns,
            sum(c.turns - c.turns_ok)::int "failedTurns",
            (count(*) over ())::int count, (sum(sum(c.failures)) over ())::int "all"
       from ${countsOf(runs)}
      where c.rule = ''
      group by 1, 2, 3
      order by "failedTurns" desc, failures desc, 1, 2, 3
      limit $${values.length + 1}`,
    [...values, limit],
  )
  const clusters = rows.map(({ count: _, all: __, ...cluster }) => cluster)
  return { clusters, count: rows[0]?.count ?? 0, failures: rows[0]?.all ?? 0 }
}
