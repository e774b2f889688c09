import type { NextAction } from '@/server/core/hints/next-action'
import { pool } from './client'
import type { LedgerRuns } from './hint-ledger'

/** Which recorded failing calls are asked for; what is left out may be anything. */
export interface FailureQuery {
  readonly code: string
  readonly domain?: string | undefined
  readonly tools?: readonly string[] | undefined
  /** A rule that matched them; null: none did. */
  readonly rule?: string | null | undefined
  readonly runs?: LedgerRuns
}

/** One recorded failing call and where it stands. */
export interface RecordedFailure {
  readonly id: string
  readonly episode: string
  readonly run: number
  readonly stage: number | null
  readonly trainingStep: number
  readonly taskId: number
  readonly task: string
  readonly turn: number
  readonly step: number
  readonly call: number
  readonly domain: string
  readonly tool: string
  readonly code: string
  /** The error's values as JSON text, large ones cut. */
  readonly values: string
  readonly rule: string | null
  readonly shown: boolean
  readonly recovered: boolean
  readonly next: NextAction | null
  readonly turnOk: boolean
}

/**
 * The newest recorded failing calls of an error, with or without a rule; superseded ones are left out. Asks for each
 * combination of tool and rule that has occurred, so that an index answers however many events there are.
 */
export async function listFailures(query: FailureQuery, limit: number): Promise<RecordedFailure[]> {
  const { rows } = await pool().query<RecordedFailure>(failuresSql, [
    query.code,
    query.domain ?? null,
    query.tools ?? null,
    query.rule === undefined ? null : (query.rule ?? ''),
    query.runs ?? null,
    limit,
  ])
  return rows
}

/** The newest failing calls of a rule, whatever their errors. */
export async function listRuleFailures(rule: string, runs: LedgerRuns, limit: number): Promise<RecordedFailure[]> {
  const { rows } = await pool().query<{ code: string }>('select distinct code from tool_error_totals where rule = $1', [
    rule,
  ])
  const found = await Promise.all(rows.map(({ code }) => listFailures({ code, rule, runs }, limit)))
  return found
    .flat()
    .sort((a, b) => Number(BigInt(b.id) - BigInt(a.id)))
    .slice(0, limit)
}

const newest = (rule: string): string => `
  select f.* from kinds k cross join lateral (
    select e.* from tool_error_events e join episodes p on p.id = e.episode_id
     where e.code = $1 and e.tool = k.tool and e.domain = k.domain and ${rule} and not p.superseded
       and ($5::int[] is null or e.run_id = any($5::int[]))
     order by e.id desc limit $6
  ) f`

const failuresSql = `
  with kinds as (
    select distinct domain, tool, rule from tool_error_totals
     where code = $1 and ($2::text is null or domain = $2) and ($3::text[] is null or tool = any($3))
       and ($4::text is null or rule = $4)
  ), found as (
    ${newest("k.rule <> '' and e.rule = k.rule")}
    union all
    ${newest("k.rule = '' and e.rule is null")}
  )
  select f.id::text, f.episode_id::text episode, f.run_id run, f.stage, f.training_step "trainingStep",
         f.task_id "taskId", t.key task, f.turn, f.step, f.call, f.domain, f.tool, f.code, f."values"::text, f.rule,
         f.shown, f.recovered, f.next, f.turn_ok "turnOk"
    from found f join tasks t on t.id = f.task_id
   order by f.id desc limit $6`
