import { type ForkPlan, forkPlanSchema } from '@/server/core/fork-tests/plan'
import { pool } from './client'
import type { ForkTestStatus } from './fork-tests'

/** A fork test as lists show it. */
export interface ForkTestRow {
  readonly id: number
  readonly runId: number
  readonly runName: string
  readonly status: ForkTestStatus
  readonly statusReason: string | null
  readonly plan: ForkPlan
  readonly endpointId: number | null
  readonly population: number
  readonly total: number
  readonly done: number
  readonly skipped: number
  readonly requests: number
  readonly failedRequests: number
  readonly promptTokens: number
  readonly completionTokens: number
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}

const select = `
  select f.id, f.run_id "runId", r.name "runName", f.status, f.status_reason "statusReason", f.plan,
         f.endpoint_id "endpointId", f.population, f.created_at "createdAt", f.started_at "startedAt",
         f.ended_at "endedAt", c.*
    from fork_tests f join runs r on r.id = f.run_id cross join lateral (
      select count(*)::int total, count(*) filter (where state = 'done')::int done,
             count(*) filter (where state = 'skipped')::int skipped, coalesce(sum(requests), 0)::int requests,
             coalesce(sum(failed_requests), 0)::int "failedRequests", coalesce(sum(prompt_tokens), 0)::float8 "promptTokens",
             coalesce(sum(completion_tokens), 0)::float8 "completionTokens"
        from forks where test_id = f.id
    ) c`

/** Newest first. @param before only tests with a smaller number; a plan of another version is left out */
export async function listForkTests(before: number | null, limit: number): Promise<ForkTestRow[]> {
  const { rows } = await pool().query<Raw>(`${select} where $1::int is null or f.id < $1 order by f.id desc limit $2`, [
    before,
    limit,
  ])
  return rows.flatMap((row) => readRow(row) ?? [])
}

export async function findForkTest(id: number): Promise<ForkTestRow | null> {
  const { rows } = await pool().query<Raw>(`${select} where f.id = $1`, [id])
  return rows[0] ? readRow(rows[0]) : null
}

type Raw = Omit<ForkTestRow, 'plan'> & { readonly plan: unknown }

function readRow(row: Raw): ForkTestRow | null {
  const plan = forkPlanSchema.safeParse(row.plan)
  return plan.success ? { ...row, plan: plan.data } : null
}
