import type { EpisodeSort } from '@/server/core/episodes/episode-sorts'
import type { FilterNode } from '@/server/core/filter/filter-node'
import { pool } from './client'
import type { KnownNames } from './episode-filter-names'
import { episodeColumns } from './episode-list-fields'
import { type Bind, filterSql } from './filter-sql'

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
  readonly surprise: number | null
  readonly progress: number
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
  /** The value that the list is sorted by. */
  readonly sortValue: string
}

interface SortKey {
  readonly sql: string
  readonly type: 'int8' | 'float4'
  /** What an episode needs to have a place in the order. */
  readonly needs: string | null
}

const sortKeys = {
  newest: { sql: 'e.id', type: 'int8', needs: null },
  reward: { sql: 'e.reward', type: 'float4', needs: 'e.invalid is null' },
  surprise: { sql: 'e.surprise', type: 'float4', needs: 'e.surprise is not null' },
  'near-miss': { sql: 'e.near_miss', type: 'float4', needs: 'e.near_miss is not null' },
  length: { sql: 'e.step_count', type: 'int8', needs: null },
} as const satisfies Record<EpisodeSort, SortKey>

/** Which episodes a list has. */
export interface EpisodeSet {
  readonly filter: FilterNode | null
  /** What the names of the filter mean. */
  readonly known: KnownNames
  /** Some orders leave out what has no place in them. */
  readonly sort: EpisodeSort
  readonly now: Date
}

export interface EpisodeListQuery extends EpisodeSet {
  readonly reverse: boolean
  /** The sort value and the id of the last row before the page. */
  readonly after: readonly [string, string] | null
  readonly limit: number
  /**
   * The filter is known to find few: all of them are found first and then put in order. Else the database walks along
   * the order until the page is full, which would take long if there were few.
   */
  readonly few?: boolean
}

/** What has to hold for an episode of the list; those that a later attempt superseded are left out. */
export function episodeConditions({ filter, known, sort, now }: EpisodeSet, bind: Bind): string {
  const { needs }: SortKey = sortKeys[sort]
  const asked = filter ? [filterSql(filter, episodeColumns(filter, known), bind, now)] : []
  return ['not e.superseded', ...(needs ? [needs] : []), ...asked].join(' and ')
}

/** One keyset page. */
export async function listEpisodeRows(query: EpisodeListQuery): Promise<EpisodeListRow[]> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  // The page is found by index first; only its rows are joined.
  const { rows } = await pool().query<EpisodeListRow>(
    `with ${pageSql(query, bind)}
     select e.id::text, e.run_id "runId", r.name "runName", e.kind, e.origin, e.partition, e.stage, e.training_step "trainingStep",
            e.suite, t.key task, t.opening, e.split, e.domains, e.feedback, e.reward, e.reward_name "rewardName",
            e.success, e.advantage, e.surprise, e.progress, e.failing_turn "failingTurn", e.turn_count "turnCount",
            e.step_count "stepCount", e.call_count "callCount", e.format_errors "formatErrors",
            e.tool_errors "toolErrors", e.hints_shown "hintsShown", e.hints_recovered "hintsRecovered", e.truncated,
            e.invalid, e.start_turn "startTurn", e.rollout, page.key::text "sortValue"
       from page
       join episodes e on e.id = page.id
       join tasks t on t.id = e.task_id
       join runs r on r.id = e.run_id
      order by page.key ${order(query)}, page.id ${order(query)}`,
    values,
  )
  return rows
}

const order = ({ reverse }: EpisodeListQuery) => (reverse ? 'asc' : 'desc')

function pageSql(query: EpisodeListQuery, bind: Bind): string {
  const { sql, type }: SortKey = sortKeys[query.sort]
  const where = episodeConditions(query, bind)
  const beyond = (key: string, id: string): string => {
    if (!query.after) return 'true'
    const sign = query.reverse ? '>' : '<'
    const [value, last] = query.after
    if (query.sort === 'newest') return `${id} ${sign} ${bind(last)}::int8`
    return `(${key}, ${id}) ${sign} (${bind(value)}::${type}, ${bind(last)}::int8)`
  }
  const end = `order by key ${order(query)}, id ${order(query)} limit ${bind(query.limit)}`
  return query.few
    ? `found as materialized (select e.id, ${sql} as key from episodes e where ${where}),
       page as (select id, key from found where ${beyond('key', 'id')} ${end})`
    : `page as (select e.id, ${sql} as key from episodes e where ${where} and ${beyond(sql, 'e.id')} ${end})`
}

/** Number of episodes, counted up to `most`. */
export async function countEpisodes(set: EpisodeSet, most: number): Promise<number> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = episodeConditions(set, bind)
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int as count from (select 1 from episodes e where ${where} limit ${bind(most)}) found`,
    values,
  )
  return rows[0]?.count ?? 0
}

/** An episode's sort value; null: there is no such episode, or it has no place in the order. */
export async function findEpisodeInOrder(id: string, sort: EpisodeSort): Promise<string | null> {
  const { rows } = await pool().query<{ key: string | null }>(
    `select (${sortKeys[sort].sql})::text as key from episodes e where e.id = $1`,
    [id],
  )
  const key = rows[0]?.key ?? null
  return key === 'NaN' ? null : key
}
