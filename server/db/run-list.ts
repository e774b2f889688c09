import type { FilterNode } from '@/server/core/filter/filter-node'
import { mentionsField } from '@/server/core/filter/mentions-field'
import { pool } from './client'
import { type Bind, filterSql } from './filter-sql'
import { gapSql, healthSql, runColumns, runListTables, tookSql } from './run-list-fields'

export interface RunListRow {
  readonly id: number
  readonly name: string
  readonly kind: string
  readonly status: 'queued' | 'running' | 'evaluating' | 'stopping' | 'stopped' | 'finished' | 'failed'
  readonly statusReason: string | null
  readonly stageIndex: number | null
  readonly stageCount: number
  /** Step at which its stage began, and the most steps that the stage may take; null: not known. */
  readonly stageStart: number | null
  readonly stageMost: number | null
  readonly trainingStep: number
  readonly progress: number
  readonly doing: string | null
  /** Null for runs that another trainer reports, as the curriculum. */
  readonly suite: string | null
  readonly curriculum: string | null
  readonly augmentation: string | null
  readonly rewardedBy: string | null
  readonly model: string | null
  readonly backend: string
  readonly seed: number
  readonly launchGroup: string
  readonly latestReward: number | null
  readonly latestAccuracy: number | null
  readonly testTurn: number | null
  readonly testTask: number | null
  readonly oodTurn: number | null
  readonly oodTask: number | null
  readonly sparkline: number[]
  /** Health rules with an open finding. */
  readonly health: string[]
  readonly tags: string[]
  readonly notes: string
  readonly archived: boolean
  readonly heartbeatAt: Date | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  /** The value that the list is sorted by; missing numbers sort last. */
  readonly sortValue: string
}

interface SortKey {
  readonly sql: (down: boolean, now: () => string) => string
  readonly type: 'int8' | 'text' | 'float8'
  readonly descending: boolean
}

const textKey = (sql: string): SortKey => ({
  sql: () => `lower(coalesce(${sql}, ''))`,
  type: 'text',
  descending: false,
})
const numberKey = (sql: string): SortKey => ({ sql: numberOrLast(sql), type: 'float8', descending: true })

/** What each sort key compares; ids break ties. */
const sortKeys = {
  newest: { sql: () => 'r.id', type: 'int8', descending: true },
  name: textKey('r.name'),
  status: textKey('r.status::text'),
  suite: textKey('s.name'),
  model: textKey('r.model'),
  reward: numberKey('r.latest_reward'),
  accuracy: numberKey('r.latest_accuracy'),
  test: numberKey('r.test_turn'),
  'test-tasks': numberKey('r.test_task'),
  ood: numberKey('r.ood_turn'),
  gap: numberKey(gapSql),
  step: numberKey('r.training_step'),
  seed: numberKey('r.seed'),
  took: {
    // Whole seconds at the page's own moment, so that the next page continues where this one ended.
    sql: (down, now) => numberOrLast(`floor(${tookSql(now())})`)(down),
    type: 'float8',
    descending: true,
  },
} as const satisfies Record<string, SortKey>

/** Runs without the number, or with NaN for it, come last in either direction. */
function numberOrLast(expression: string): (down: boolean) => string {
  return (down) => `coalesce(nullif((${expression})::float8, 'NaN'), '${down ? '-' : ''}Infinity')`
}

export interface RunListQuery {
  /** null: every run that is not archived. */
  readonly filter: FilterNode | null
  readonly sort: keyof typeof sortKeys
  readonly reverse: boolean
  readonly after: readonly [string, string] | null
  readonly limit: number
  readonly now: Date
}

/** Evaluations of endpoints have a page of their own. */
const isRun = `r.kind <> 'evaluation'`

/** Archived runs are left out unless the filter speaks of them. */
export function runConditions(filter: FilterNode | null, bind: Bind, now: Date): string[] {
  const shown = filter && mentionsField(filter, 'archived') ? [isRun] : [isRun, 'r.archived_at is null']
  return filter ? [...shown, filterSql(filter, runColumns, bind, now)] : shown
}

/** One keyset page of runs. */
export async function listRunRows(query: RunListQuery): Promise<RunListRow[]> {
  const key: SortKey = sortKeys[query.sort]
  const down = key.descending !== query.reverse
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const sql = key.sql(down, () => `${bind(query.now)}::timestamptz`)
  const where = runConditions(query.filter, bind, query.now)
  if (query.after) {
    const value = bind(query.after[0])
    where.push(`(${sql}, r.id) ${down ? '<' : '>'} (${value}::${key.type}, ${bind(query.after[1])}::int)`)
  }
  const order = down ? 'desc' : 'asc'
  const result = await pool().query<RunListRow>(
    `select ${rowSql}, ${healthSql(`${bind(query.now)}::timestamptz`)} health, (${sql})::text "sortValue"
       from ${runListTables}
      ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
      order by ${sql} ${order}, r.id ${order}
      limit ${bind(query.limit)}`,
    values,
  )
  return result.rows
}

const rowSql = `r.id, r.name, r.kind, r.status, r.status_reason "statusReason", r.stage_index "stageIndex",
            r.stage_count "stageCount",
            (select start_step from stage_runs where run_id = r.id and position = r.stage_index) "stageStart",
            (select (definition #>> '{gate,maxSteps}')::int from curriculum_stages
              where curriculum_id = r.curriculum_id and position = r.stage_index) "stageMost", r.training_step "trainingStep", r.progress, r.doing, s.name suite,
            c.title curriculum, a.name || ' ' || a.version augmentation, r.rewarded_by "rewardedBy", r.model,
            b.name backend, r.seed, r.launch_group "launchGroup",
            r.latest_reward "latestReward", r.latest_accuracy "latestAccuracy", r.test_turn "testTurn",
            r.test_task "testTask", r.ood_turn "oodTurn", r.ood_task "oodTask",
            coalesce(r.sparkline, '{}') sparkline, coalesce(r.tags, '{}') tags, r.notes,
            r.archived_at is not null archived, r.heartbeat_at "heartbeatAt", r.created_at "createdAt",
            r.started_at "startedAt", r.ended_at "endedAt"`

/** How many runs the filter finds. */
export async function countRuns(filter: FilterNode | null, now: Date): Promise<number> {
  const values: unknown[] = []
  const where = runConditions(filter, (value) => `$${values.push(value)}`, now)
  const result = await pool().query<{ count: number }>(
    `select count(*)::int count from ${runListTables} ${where.length > 0 ? `where ${where.join(' and ')}` : ''}`,
    values,
  )
  return result.rows[0]?.count ?? 0
}

/** How many runs there are in each status, archived ones left out. */
export async function countRunsByStatus(): Promise<Record<string, number>> {
  const result = await pool().query<{ status: string; count: number }>(
    `select status::text, count(*)::int count from runs r where archived_at is null and ${isRun} group by status`,
  )
  return Object.fromEntries(result.rows.map((row) => [row.status, row.count]))
}
