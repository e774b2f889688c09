import { AppError } from '@/server/app-error'
import type { FilterProblem } from '@/server/core/filter/filter-problem'
import { type EpisodeListQuery, type EpisodeListRow, findFewEpisodes, listEpisodeRows } from '@/server/db/episode-list'
import type { EpisodeListInput } from './episode-list-input'
import { episodeSet } from './episode-set'
import { type PageCursor, readCursor, writeCursor } from './page-cursor'

/** Counts beyond this are shown as “10,000+”: exact ones would cost more than they tell. */
export const countLimit = 10_000

export interface EpisodePage {
  readonly episodes: readonly EpisodeListRow[]
  readonly next: string | null
  readonly count: number
  /** False: there are more than `count`. */
  readonly exact: boolean
  /** What is wrong with the filter; then no episode is found. */
  readonly problem: FilterProblem | null
}

/** One page of the episodes that the filter finds. Throws BAD_INPUT when the cursor is none of ours. */
export async function listEpisodes(input: EpisodeListInput, now = new Date()): Promise<EpisodePage> {
  const { set, problem } = await episodeSet(input, now)
  const after = input.after ? positionOf(input.after) : null
  if (problem) return { episodes: [], next: null, count: 0, exact: true, problem }
  const { count, rows } = await countAndList({ ...set, reverse: input.reverse, after, limit: input.limit + 1 })
  const { limit } = input
  const episodes = rows.slice(0, limit)
  const last = rows.length > limit ? episodes.at(-1) : undefined
  return {
    episodes,
    next: last ? writeCursor([last.sortValue, last.id]) : null,
    count: Math.min(count, countLimit),
    exact: count <= countLimit,
    problem: null,
  }
}

/** A page and how many there are in all, counted up to one more than `countLimit`. */
export async function countAndList(
  query: EpisodeListQuery,
): Promise<{ readonly count: number; readonly rows: readonly EpisodeListRow[] }> {
  const { count, rows } = await findFewEpisodes(query, countLimit)
  return { count, rows: rows ?? (await listEpisodeRows(query)) }
}

const widest = 2 ** 53

/** The sort value and the id after which the page begins. Throws BAD_INPUT when the link names none. */
function positionOf(after: string): PageCursor {
  const cursor = readCursor(after)
  const [value, id] = cursor
  if (value !== '' && Math.abs(Number(value)) < widest && id.length <= 18) return cursor
  throw new AppError('BAD_INPUT', 'This link to a further page is incomplete; open the first page instead.', 'after')
}
