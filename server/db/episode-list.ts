import { pool } from './client'

export interface EpisodeListRow {
  readonly id: string
  readonly runId: number
  readonly runName: string
  readonly kind: 'episode' | 'branch'
  /** trainer, env-server, import */
  readonly origin: string
  readonly partition: string
  readonly stage: number | null
  readonly trainingStep: number
  readonly suite: string
  readonly task: string
  readonly opening: string
  readonly split: string
  readonly domains: string[]
  readonly feedback: string
  readonly reward: number
  readonly rewardName: string
  readonly success: boolean
  readonly advantage: number | null
  readonly failingTurn: number | null
  readonly turnCount: number
  readonly stepCount: number
  readonly callCount: number
  readonly formatErrors: number
  readonly toolErrors: number
  readonly hintsShown: number
  readonly hintsRecovered: number
  readonly truncated: string | null
  /** Why it counts for nothing and has no reward; null: it is valid. */
  readonly invalid: string | null
  readonly startTurn: number | null
  readonly rollout: number
}

/** SQL for each filter; `$` stands where its value goes. */
const filters = {
  run: 'e.run_id = $',
  kind: 'e.kind = $::episode_kind',
  partition: 'e.partition = $',
  stage: 'e.stage = $::smallint',
  fromStep: 'e.training_step >= $::int',
  toStep: 'e.training_step <= $::int',
  split: 'e.split = $',
  task: 'e.task_id in (select id from tasks where key = $)',
  domain: 'e.domains @> array[$]::text[]',
  success: 'e.success = $::bool',
  rewardMin: 'e.reward >= $::float4',
  rewardMax: 'e.reward <= $::float4',
  suite: 'e.suite = $',
  turn: 'exists (select 1 from episode_turns t where t.episode_id = e.id and t.index = $::smallint)',
  failingTurn: 'e.failing_turn = $::smallint',
  code: 'e.error_codes @> array[$]::text[]',
  rule: 'e.hint_rules @> array[$]::text[]',
  group: 'e.group_key = $',
} as const

const flags = {
  recovered: { true: 'e.hints_recovered > 0', false: 'e.hints_recovered = 0' },
  formatErrors: { true: 'e.format_errors > 0', false: 'e.format_errors = 0' },
} as const

const sorts = {
  newest: { key: 'e.id', type: 'int8', order: 'desc' },
  oldest: { key: 'e.id', type: 'int8', order: 'asc' },
  'reward-high': { key: 'e.reward', type: 'float4', order: 'desc' },
  'reward-low': { key: 'e.reward', type: 'float4', order: 'asc' },
} as const

export type EpisodeFilters = { readonly [K in keyof typeof filters]?: string | number | boolean | null | undefined } & {
  readonly [K in keyof typeof flags]?: boolean | null | undefined
}

export interface EpisodeListQuery {
  readonly filters: EpisodeFilters
  readonly sort: keyof typeof sorts
  readonly after: readonly [string, string] | null
  readonly limit: number
}

/** One keyset page; episodes that a later attempt superseded are left out. */
export async function listEpisodeRows({
  filters: wanted,
  sort,
  after,
  limit,
}: EpisodeListQuery): Promise<EpisodeListRow[]> {
  const { key, type, order } = sorts[sort]
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = conditions(wanted, bind)
  // what has no reward has no place among rewards
  if (key === 'e.reward') where.push('e.invalid is null')
  if (after) {
    const sign = order === 'desc' ? '<' : '>'
    where.push(
      key === 'e.id'
        ? `e.id ${sign} ${bind(after[1])}::int8`
        : `(${key}, e.id) ${sign} (${bind(after[0])}::${type}, ${bind(after[1])}::int8)`,
    )
  }
  const orderBy = key === 'e.id' ? `e.id ${order}` : `${key} ${order}, e.id ${order}`
  // The page is found by index first; only its rows are joined.
  const { rows } = await pool().query<EpisodeListRow>(
    `with page as (select e.* from episodes e where ${where.join(' and ')} order by ${orderBy} limit ${bind(limit)})
     select e.id::text, e.run_id "runId", r.name "runName", e.kind, e.origin, e.partition, e.stage, e.training_step "trainingStep",
            e.suite, t.key task, t.opening, e.split, e.domains, e.feedback, e.reward, e.reward_name "rewardName",
            e.success, e.advantage, e.failing_turn "failingTurn", e.turn_count "turnCount", e.step_count "stepCount",
            e.call_count "callCount", e.format_errors "formatErrors", e.tool_errors "toolErrors",
            e.hints_shown "hintsShown", e.hints_recovered "hintsRecovered", e.truncated, e.invalid, e.start_turn "startTurn", e.rollout
       from page e
       join tasks t on t.id = e.task_id
       join runs r on r.id = e.run_id
      order by ${orderBy}`,
    values,
  )
  return rows
}

/** Number of matching episodes, counted up to `most`. */
export async function countEpisodes(wanted: EpisodeFilters, most: number): Promise<number> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = conditions(wanted, bind)
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int as count from (select 1 from episodes e where ${where.join(' and ')} limit ${bind(most)}) found`,
    values,
  )
  return rows[0]?.count ?? 0
}

/** Filters that ask how an episode went: one that counts for nothing went no way. */
const outcomes = ['success', 'rewardMin', 'rewardMax', 'failingTurn'] as const

function conditions(wanted: EpisodeFilters, bind: (value: unknown) => string): string[] {
  const where = ['not e.superseded']
  for (const [name, sql] of Object.entries(filters)) {
    const value = wanted[name as keyof typeof filters]
    if (value !== null && value !== undefined) where.push(sql.replace('$', bind(value)))
  }
  for (const [name, sql] of Object.entries(flags)) {
    const value = wanted[name as keyof typeof flags]
    if (value !== null && value !== undefined) where.push(value ? sql.true : sql.false)
  }
  if (outcomes.some((name) => wanted[name] !== null && wanted[name] !== undefined)) where.push('e.invalid is null')
  return where
}
