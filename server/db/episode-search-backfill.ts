import type pg from 'pg'
import { vectorText } from './episode-search-writes'
import { type TraitSource, traitsFrom } from './episode-traits'

/** An episode that was recorded before there was a text search. */
export interface UnsearchedEpisode extends TraitSource {
  readonly id: string
  readonly bodyId: string
  readonly bodyLine: number
}

/**
 * The newest episodes that are older than all with words, at most so many. Words are written from these backwards, so
 * what is still to be done needs no record of its own. None while another worker is at it: the transaction holds a
 * lock until it ends.
 */
export async function takeUnsearched(sql: pg.PoolClient, most: number): Promise<UnsearchedEpisode[]> {
  const lock = await sql.query<{ taken: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('envtune episode_texts')) as taken`,
  )
  if (!lock.rows[0]?.taken) return []
  const { rows } = await sql.query<UnsearchedEpisode>(
    `select e.id::text, e.run_id "runId", e.stage, e.split, e.partition, e.kind, e.invalid, e.success,
            e.failing_turn "failingTurn", e.format_errors "formatErrors", e.hints_recovered "hintsRecovered",
            e.body_id::text "bodyId", e.body_line "bodyLine"
       from episodes e
      where e.id < coalesce((select min(episode_id) from episode_texts), 9223372036854775807)
      order by e.id desc limit $1`,
    [most],
  )
  return rows
}

/** Writes what they are found by; episodes that are deleted meanwhile are left out. */
export async function writeMissingWords(
  sql: pg.PoolClient,
  episodes: readonly { readonly episode: UnsearchedEpisode; readonly words: readonly string[] }[],
): Promise<void> {
  await sql.query(
    `insert into episode_texts (episode_id, words)
     select e.id, t.words::tsvector from unnest($1::int8[], $2::text[]) t(id, words)
       join episodes e on e.id = t.id for key share of e
     on conflict do nothing`,
    [
      episodes.map(({ episode }) => episode.id),
      episodes.map(({ episode, words }) => vectorText(words, traitsFrom(episode))),
    ],
  )
}
