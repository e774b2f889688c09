import { type EndpointSettings, endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'
import { type EvaluationSnapshot, evaluationSnapshotSchema } from '@/server/core/chat/evaluation-snapshot'
import { pool } from './client'

export type EvaluationStatus = 'queued' | 'running' | 'stopping' | 'stopped' | 'finished' | 'failed'

/** An evaluation with what all its plays took together. */
export interface EvaluationRow {
  readonly id: number
  readonly name: string
  readonly status: EvaluationStatus
  readonly statusReason: string | null
  /** What is being done or waited for, in words; null: it does not run. */
  readonly doing: string | null
  readonly snapshot: EvaluationSnapshot
  /** The endpoint as it is now: its name, its prices; null: a checkpoint is evaluated. */
  readonly endpoint: { readonly id: number; readonly name: string; readonly settings: EndpointSettings } | null
  /** Number of the evaluation of the untrained policy; null: it is that itself, or an endpoint's. */
  readonly base: number | null
  /** How that stands; null: there is none. */
  readonly baseStatus: EvaluationStatus | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly done: number
  readonly total: number
  readonly requests: number
  readonly failedRequests: number
  readonly promptTokens: number
  readonly completionTokens: number
  readonly waitedMs: number
}

interface Stored extends Omit<EvaluationRow, 'snapshot' | 'endpoint'> {
  readonly snapshot: unknown
  readonly endpointId: number | null
  readonly endpointName: string | null
  readonly endpointSettings: unknown
}

const rowsSql = `
  select r.id, r.name, r.status::text as status, r.status_reason as "statusReason", r.doing, r.snapshot,
         r.created_at as "createdAt", r.started_at as "startedAt", r.ended_at as "endedAt",
         j.base_id as base, (select b.status::text from runs b where b.id = j.base_id) as "baseStatus", e.id as "endpointId", e.name as "endpointName", e.settings as "endpointSettings", p.*
    from runs r
    join evaluation_jobs j on j.run_id = r.id
    left join endpoints e on e.id = j.endpoint_id
    cross join lateral (
      select count(*) filter (where done)::int as done, count(*)::int as total,
             coalesce(sum(requests), 0)::float8 as requests, coalesce(sum(failed_requests), 0)::float8 as "failedRequests",
             coalesce(sum(prompt_tokens), 0)::float8 as "promptTokens",
             coalesce(sum(completion_tokens), 0)::float8 as "completionTokens",
             coalesce(sum(waited_ms), 0)::float8 as "waitedMs"
        from evaluation_plays where run_id = r.id
    ) p`

/** Newest first. @param before only older ones than this number; null: from the newest on */
export async function listEvaluationRows(before: number | null, limit: number): Promise<EvaluationRow[]> {
  const { rows } = await pool().query<Stored>(
    `${rowsSql} where r.archived_at is null and ($1::int is null or r.id < $1) order by r.id desc limit $2`,
    [before, limit],
  )
  return rows.map(read)
}

export async function findEvaluationRow(id: number): Promise<EvaluationRow | null> {
  const { rows } = await pool().query<Stored>(`${rowsSql} where r.id = $1`, [id])
  return rows[0] ? read(rows[0]) : null
}

const read = ({ endpointId, endpointName, endpointSettings, snapshot, ...row }: Stored): EvaluationRow => ({
  ...row,
  snapshot: evaluationSnapshotSchema.parse(snapshot),
  endpoint:
    endpointId === null || endpointName === null
      ? null
      : { id: endpointId, name: endpointName, settings: endpointSettingsSchema.parse(endpointSettings) },
})

export interface SuitePlays {
  readonly suiteId: number
  readonly tasks: number
  readonly total: number
  readonly done: number
}

export async function countPlaysBySuite(runId: number): Promise<SuitePlays[]> {
  const { rows } = await pool().query<SuitePlays>(
    `select suite_id as "suiteId", count(distinct task_id)::int as tasks, count(*)::int as total,
            count(*) filter (where done)::int as done
       from evaluation_plays where run_id = $1 group by suite_id`,
    [runId],
  )
  return rows
}

/** Why plays are open, most frequent first. */
export async function listOpenReasons(runId: number): Promise<{ readonly reason: string; readonly plays: number }[]> {
  const { rows } = await pool().query<{ reason: string; plays: number }>(
    `select reason, count(*)::int as plays from evaluation_plays
      where run_id = $1 and not done and reason is not null group by reason order by plays desc, reason limit 20`,
    [runId],
  )
  return rows
}

/**
 * What of its episodes does not count, and what was cut short.
 * @param expected why an episode does not count without anything being wrong
 */
export async function countTroubles(runId: number, expected: string) {
  const { rows } = await pool().query<{ invalid: number; truncated: Record<string, number> | null }>(
    `select (select count(*)::int from episodes where run_id = $1 and invalid <> $2) as invalid,
            (select jsonb_object_agg(truncated, n) from (
               select truncated, count(*)::int as n from episodes
                where run_id = $1 and invalid is null and truncated is not null group by truncated) t) as truncated`,
    [runId, expected],
  )
  return { invalid: rows[0]?.invalid ?? 0, truncated: rows[0]?.truncated ?? {} }
}

/** Mean tokens that a play of each suite took so far, whichever model played: the base of an estimate. */
export async function meanTokens(suiteIds: readonly number[]) {
  const { rows } = await pool().query<{ suiteId: number; promptTokens: number; completionTokens: number }>(
    `select suite_id as "suiteId", avg(prompt_tokens)::float8 as "promptTokens",
            avg(completion_tokens)::float8 as "completionTokens"
       from evaluation_plays where suite_id = any($1) and done and prompt_tokens > 0 group by suite_id`,
    [suiteIds],
  )
  return new Map(rows.map((row) => [row.suiteId, row]))
}
