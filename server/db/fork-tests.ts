import { AppError } from '@/server/app-error'
import { type ForkPlan, forkPlanSchema } from '@/server/core/fork-tests/plan'
import { leaseSeconds } from './claims'
import { pool } from './client'
import type { SampledFork } from './fork-samples'
import { jsonText, storableText } from './json-text'
import { inTransaction, type Sql } from './transaction'

export type ForkTestStatus = 'queued' | 'running' | 'stopping' | 'stopped' | 'finished' | 'failed'

export interface NewForkTest {
  readonly runId: number
  readonly plan: ForkPlan
  readonly checkpointId: number | null
  readonly endpointId: number | null
  readonly population: number
  readonly forks: readonly SampledFork[]
}

/** Queues a test with its forks, all open. Answers its number. */
export async function insertForkTest(sql: Sql, test: NewForkTest): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(
    `insert into fork_tests (run_id, plan, checkpoint_id, endpoint_id, population) values ($1, $2, $3, $4, $5)
     returning id`,
    [test.runId, jsonText(test.plan), test.checkpointId, test.endpointId, test.population],
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('the fork test was not stored')
  await sql.query(insertForksSql, [id, jsonText(test.forks)])
  return id
}

const insertForksSql = `
  insert into forks (test_id, position, event_id, episode_id, task_id, turn, step, call, domain, tool, code, rule)
  select $1, n - 1, (f ->> 'eventId')::bigint, (f ->> 'episodeId')::bigint, (f ->> 'taskId')::int,
         (f ->> 'turn')::int, (f ->> 'step')::int, (f ->> 'call')::int, f ->> 'domain', f ->> 'tool', f ->> 'code',
         f ->> 'rule'
    from jsonb_array_elements($2::jsonb) with ordinality as list(f, n)`

export interface ForkTestClaim {
  readonly id: number
  readonly runId: number
  readonly epoch: number
  readonly plan: ForkPlan
  readonly checkpointId: number | null
  readonly endpointId: number | null
}

/**
 * Takes the oldest fork test that waits for a worker, or whose worker fell silent. What has been played stays. Null:
 * there is none.
 * @param driven tests that this worker is carrying out
 */
export function claimForkTest(worker: string, driven: readonly number[]): Promise<ForkTestClaim | null> {
  return inTransaction(async (sql) => {
    const found = await sql.query<Omit<ForkTestClaim, 'plan'> & { plan: unknown }>(
      `update fork_tests set epoch = epoch + 1, lease_owner = $1, lease_until = now() + make_interval(secs => $2),
         status = case when status = 'stopping' then status else 'running' end, status_reason = null,
         started_at = coalesce(started_at, now()), ended_at = null
       where id = (
         select id from fork_tests
          where status in ('queued', 'running', 'stopping') and (lease_until is null or lease_until < now())
            and id <> all($3::int[])
          order by id limit 1 for update skip locked)
       returning id, run_id "runId", epoch, plan, checkpoint_id "checkpointId", endpoint_id "endpointId"`,
      [worker, leaseSeconds, driven],
    )
    const row = found.rows[0]
    if (!row) return null
    const plan = forkPlanSchema.safeParse(row.plan)
    if (plan.success) return { ...row, plan: plan.data }
    const reason = 'Its plan cannot be read by this version of Envtune: begin it again.'
    await endForkTest(sql, row, { status: 'failed', reason })
    return null
  })
}

/** Keeps the lease and says how the test stands; null: somebody else has it by now. */
export async function renewForkLease({ id, epoch }: Pick<ForkTestClaim, 'id' | 'epoch'>): Promise<string | null> {
  const { rows } = await pool().query<{ status: string }>(
    `update fork_tests set lease_until = now() + make_interval(secs => $3)
      where id = $1 and epoch = $2 and status in ('running', 'stopping') returning status`,
    [id, epoch, leaseSeconds],
  )
  return rows[0]?.status ?? null
}

/** Locks the test for the transaction. Throws CONFLICT when another worker has taken it over. */
export async function lockForkClaim(sql: Sql, { id, epoch }: Pick<ForkTestClaim, 'id' | 'epoch'>): Promise<void> {
  const found = await sql.query('select 1 from fork_tests where id = $1 and epoch = $2 for update', [id, epoch])
  if (found.rowCount === 0) throw new AppError('CONFLICT', `Fork test ${id} is no longer this worker's.`)
}

export interface ForkTestEnd {
  /** `queued`: another worker is to go on. */
  readonly status: 'finished' | 'stopped' | 'failed' | 'queued'
  readonly reason: string | null
}

/** Gives the test back. Throws CONFLICT when it has been taken over meanwhile. */
export async function endForkTest(
  sql: Sql,
  { id, epoch }: Pick<ForkTestClaim, 'id' | 'epoch'>,
  { status, reason }: ForkTestEnd,
): Promise<void> {
  const ended = await sql.query(
    `update fork_tests set status = $3, status_reason = $4, lease_owner = null, lease_until = null,
       ended_at = case when $3 = 'queued' then null else now() end
     where id = $1 and epoch = $2 and status in ('running', 'stopping')`,
    [id, epoch, status, reason && storableText(reason, 1000)],
  )
  if (ended.rowCount === 0) throw new AppError('CONFLICT', `Fork test ${id} is no longer this worker's.`)
}

/** How a test stands, its row locked for the transaction; null: there is none of the number. */
export async function lockForkTest(sql: Sql, id: number): Promise<ForkTestStatus | null> {
  const found = await sql.query<{ status: ForkTestStatus }>('select status from fork_tests where id = $1 for update', [
    id,
  ])
  return found.rows[0]?.status ?? null
}

/** Stores what a person asked for; a test that nobody works on is stopped at once. */
export async function setForkTest(sql: Sql, id: number, status: ForkTestStatus, reason: string | null): Promise<void> {
  await sql.query(
    `update fork_tests set status = $2, status_reason = $3, ended_at = case when $2 = 'stopped' then now() end
      where id = $1`,
    [id, status, reason],
  )
  if (status === 'queued') await sql.query("update forks set tries = 0 where test_id = $1 and state = 'open'", [id])
}
