import type { Evidence } from '@/server/core/health/health-rule'
import { seriesRuleIds } from '@/server/core/health/health-rules'
import { pool } from './client'
import type { Sql } from './transaction'

export type ClosedBy = 'calm' | 'stage' | 'off' | 'superseded' | 'ended'

/** A finding as it is stored. */
export interface FindingRow {
  readonly id: number
  readonly run: number
  readonly runName: string
  readonly rule: string
  readonly threshold: number
  readonly value: number
  readonly evidence: readonly Evidence[]
  readonly openedStep: number
  readonly openedAt: Date
  readonly closedStep: number | null
  readonly closedAt: Date | null
  readonly closedBy: ClosedBy | null
}

const findingSql = `
  select f.id, f.run_id as run, r.name as "runName", f.rule, f.threshold, f.value, f.evidence,
    f.opened_step as "openedStep", f.opened_at as "openedAt", f.closed_step as "closedStep",
    f.closed_at as "closedAt", f.closed_by as "closedBy"
  from health_findings f join runs r on r.id = f.run_id`

/** Open findings of the run, by rule. */
export async function openFindings(sql: Sql, runId: number): Promise<FindingRow[]> {
  const { rows } = await sql.query<FindingRow>(`${findingSql} where f.run_id = $1 and f.closed_by is null`, [runId])
  return rows
}

/** Findings of the run, the open ones first, then the newest; those that a later attempt superseded are left out. */
export async function listFindings(runId: number, limit: number): Promise<FindingRow[]> {
  const { rows } = await pool().query<FindingRow>(
    `${findingSql} where f.run_id = $1 and f.closed_by is distinct from 'superseded'
      order by f.closed_by is null desc, f.id desc limit $2`,
    [runId, limit],
  )
  return rows
}

/** Findings that opened lately and after this one, oldest first; for notifications. */
export async function findingsAfter(id: number, since: Date, limit: number): Promise<FindingRow[]> {
  const { rows } = await pool().query<FindingRow>(
    `${findingSql} where f.id > $1 and f.opened_at > $2 and f.closed_by is null and r.archived_at is null
      order by f.id limit $3`,
    [id, since, limit],
  )
  return rows
}

/** The newest finding's id; 0: there is none. */
export async function newestFinding(): Promise<number> {
  const { rows } = await pool().query<{ id: number }>('select coalesce(max(id), 0)::int as id from health_findings')
  return rows[0]?.id ?? 0
}

export interface NewFinding {
  readonly run: number
  readonly epoch: number
  readonly rule: string
  readonly threshold: number
  readonly value: number
  readonly evidence: readonly Evidence[]
  readonly step: number
  readonly at: Date
}

export async function insertFinding(sql: Sql, finding: NewFinding): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(
    `insert into health_findings (run_id, epoch, rule, threshold, value, evidence, opened_step, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      ...[finding.run, finding.epoch, finding.rule, finding.threshold, finding.value],
      ...[JSON.stringify(finding.evidence), finding.step, finding.at],
    ],
  )
  return rows[0]?.id ?? 0
}

interface Closing {
  readonly step: number
  readonly at: Date
  readonly by: ClosedBy
}

export async function closeFinding(sql: Sql, id: number, { step, at, by }: Closing): Promise<void> {
  await sql.query('update health_findings set closed_step = $2, closed_at = $3, closed_by = $4 where id = $1', [
    ...[id, step, at, by],
  ])
}

/**
 * A later attempt takes the steps after this one again: findings that opened there are superseded, and those that
 * closed there are open again. Answers whether there were any.
 */
export async function rewindFindings(sql: Sql, runId: number, step: number): Promise<boolean> {
  const superseded = await sql.query(
    `update health_findings set closed_by = 'superseded', closed_step = coalesce(closed_step, $2),
       closed_at = coalesce(closed_at, now())
     where run_id = $1 and opened_step > $2 and rule = any($3) and closed_by is distinct from 'superseded'`,
    [runId, step, seriesRuleIds],
  )
  const reopened = await sql.query(
    `update health_findings set closed_by = null, closed_step = null, closed_at = null
     where run_id = $1 and opened_step <= $2 and closed_step > $2 and closed_by in ('calm', 'stage') and rule = any($3)`,
    [runId, step, seriesRuleIds],
  )
  return (superseded.rowCount ?? 0) + (reopened.rowCount ?? 0) > 0
}

/** Closes all open findings of a rule that is switched off; answers their runs. */
export async function closeFindingsOf(sql: Sql, rule: string): Promise<number[]> {
  const { rows } = await sql.query<{ run: number }>(
    `update health_findings f set closed_by = 'off', closed_at = now(), closed_step = greatest(f.opened_step, r.training_step)
       from runs r where r.id = f.run_id and f.rule = $1 and f.closed_by is null returning f.run_id as run`,
    [rule],
  )
  return rows.map(({ run }) => run)
}
