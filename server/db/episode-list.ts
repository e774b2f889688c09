import type { EpisodeSort } from '@/server/core/episodes/episode-sorts'
import type { FilterNode } from '@/server/core/filter/filter-node'
import { askBounded } from './ask-bounded'
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
  /** False: imported, and its source said nothing of its turns: the record has only noes. */
  readonly judged: boolean
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
}

/** What has to hold for an episode of the list; those that a later attempt superseded are left out. */
export function episodeConditions({ filter, known, sort, now }: EpisodeSet, bind: Bind): string {
  const { needs }: SortKey = sortKeys[sort]
  const asked = filter ? [filterSql(filter, episodeColumns(filter, known), bind, now)] : []
  return ['not e.superseded', ...(needs ? [needs] : []), ...asked].join(' and ')
}

/** One keyset page, read along the order until it is full: quick where there are many. */
export async function listEpisodeRows(query: EpisodeListQuery): Promise<EpisodeListRow[]> {
  const { values, bind } = bindings()
  const { sql }: SortKey = sortKeys[query.sort]
  const where = episodeConditions(query, bind)
  // The page is found by index first; only its rows are joined.
  const { rows } = await pool().query<EpisodeListRow>(
    `with page as (select e.id, ${sql} as key from episodes e
                    where ${where} and ${beyond(query, sql, 'e.id', bind)} ${firstOf(query, bind)})
     select ${rowColumns} from page ${rowTables} order by ${pageOrder(query)}`,
    values,
  )
  return rows
}

interface FewEpisodes {
  /** Number of episodes in the whole list, counted up to one more than `most`. */
  readonly count: number
  /** Null: there are more than `most`. */
  readonly rows: readonly EpisodeListRow[] | null
}

/** Counts the episodes of a list, and answers its page where there are at most so many: all are found, then put in order. */
export async function findFewEpisodes(query: EpisodeListQuery, most: number): Promise<FewEpisodes> {
  const { values, bind } = bindings()
  const { sql }: SortKey = sortKeys[query.sort]
  const where = episodeConditions(query, bind)
  const rows = await askBounded<EpisodeListRow & { count: number; place: string | null }>(
    `with found as materialized (select e.id, ${sql} as key from episodes e where ${where} limit ${bind(most + 1)}),
          total as (select count(*)::int as count from found),
          page as (select id, key from found
                    where (select count from total) <= ${bind(most)} and ${beyond(query, 'key', 'id', bind)}
                    ${firstOf(query, bind)}),
          listed as (select ${rowColumns}, row_number() over (order by ${pageOrder(query)}) place from page ${rowTables})
     select * from total left join listed on true order by place`,
    values,
  )
  const count = rows[0]?.count ?? 0
  if (count > most) return { count, rows: null }
  return { count, rows: rows.flatMap(({ count: _, place, ...row }) => (place === null ? [] : [row])) }
}

const rowColumns = `
  e.id::text, e.run_id "runId", r.name "runName", e.kind, e.origin, e.partition, e.stage,
  e.training_step "trainingStep", e.suite, t.key task, t.opening, e.split, e.domains, e.feedback, e.reward,
  e.reward_name "rewardName", e.success, e.advantage, e.surprise, e.progress, e.failing_turn "failingTurn",
  e.turn_count "turnCount", e.step_count "stepCount", e.call_count "callCount", e.format_errors "formatErrors",
  e.tool_errors "toolErrors", e.hints_shown "hintsShown", e.hints_recovered "hintsRecovered", e.truncated,
  (e.origin <> 'import' or e.syntax <> 0 or exists (
    select 1 from episode_turns t where t.episode_id = e.id and (t.reward <> 0 or t.state_ok or t.exec_ok))) judged,
  e.invalid, e.start_turn "startTurn", e.rollout, page.key::text "sortValue"`
const rowTables = `
  join episodes e on e.id = page.id
  join tasks t on t.id = e.task_id
  join runs r on r.id = e.run_id`

function bindings(): { readonly values: unknown[]; readonly bind: Bind } {
  const values: unknown[] = []
  return { values, bind: (value) => `$${values.push(value)}` }
}

const order = ({ reverse }: EpisodeListQuery) => (reverse ? 'asc' : 'desc')
const pageOrder = (query: EpisodeListQuery) => `page.key ${order(query)}, page.id ${order(query)}`
const firstOf = (query: EpisodeListQuery, bind: Bind) =>
  `order by key ${order(query)}, id ${order(query)} limit ${bind(query.limit)}`

/** What lies behind the last row before the page. */
function beyond({ sort, reverse, after }: EpisodeListQuery, key: string, id: string, bind: Bind): string {
  if (!after) return 'true'
  const sign = reverse ? '>' : '<'
  const [value, last] = after
  if (sort === 'newest') return `${id} ${sign} ${bind(last)}::int8`
  return `(${key}, ${id}) ${sign} (${bind(value)}::${sortKeys[sort].type}, ${bind(last)}::int8)`
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
