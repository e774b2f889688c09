import type pg from 'pg'
import { copyRows } from './copy'
import { traitsOf, traitWord } from './episode-traits'
import type { EpisodeRow, EpisodeScope } from './episode-writes'

/** Writes what episodes are found by: their words, and the names that occur in them. */
export async function writeSearchWords(
  sql: pg.PoolClient,
  { runId }: EpisodeScope,
  rows: readonly EpisodeRow[],
): Promise<void> {
  const texts = rows.flatMap(({ id, episode }) =>
    episode.words ? [[id, vectorText(episode.words, traitsOf(episode, runId))]] : [],
  )
  await copyRows(sql, 'episode_texts', ['episode_id', 'words'], texts)
  await writeNames(sql, namesOf(rows))
}

/** Words are letters, digits and underscores, and traits have an equals sign: none of them ends a quotation. */
export const vectorText = (words: readonly string[], traits: readonly string[]): string =>
  [...words, ...traits.map(traitWord)].map((word) => `'${word}'`).join(' ')

/** In one order, so that batches which bring the same new names wait for each other instead of for ever. */
async function writeNames(sql: pg.PoolClient, names: readonly (readonly [string, string])[]): Promise<void> {
  if (names.length === 0) return
  await sql.query(
    `insert into episode_names (kind, name)
     select kind, name from unnest($1::text[], $2::text[]) n(kind, name)
      where not exists (select from episode_names k where k.kind = n.kind and k.name = n.name)
      order by kind, name on conflict do nothing`,
    [names.map(([kind]) => kind), names.map(([, name]) => name)],
  )
}

function namesOf(rows: readonly EpisodeRow[]): (readonly [string, string])[] {
  const names = new Map<string, readonly [string, string]>()
  const add = (kind: string, name: string) => names.set(`${kind} ${name}`, [kind, name])
  for (const { episode } of rows) {
    add('suite', episode.suite)
    for (const domain of episode.domains) add('domain', domain)
    for (const { code, rule } of episode.toolErrors) {
      add('code', code)
      if (rule !== null) add('rule', rule)
    }
  }
  return [...names.values()]
}
