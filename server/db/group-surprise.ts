import type pg from 'pg'
import { surprises } from '@/server/core/rewards/surprise'
import type { EpisodeRow, EpisodeScope } from './episode-writes'

interface GroupSurprises {
  /** By episode id. */
  readonly surprise: ReadonlyMap<bigint, number | null>
  /** Groups of which some rollouts came with an earlier batch: all of theirs are counted anew. */
  readonly open: readonly string[]
}

/**
 * How much each of the episodes that are about to be written differs from its rollout group. Trainers report groups
 * whole, so that this is nearly always all there is to do.
 */
export async function groupSurprises(
  sql: pg.PoolClient,
  { attemptId }: EpisodeScope,
  rows: readonly EpisodeRow[],
): Promise<GroupSurprises> {
  const grouped = rows.flatMap(({ id, episode: { group, invalid, reward } }) =>
    // the reward as it is stored, so that counting anew gives the same
    group === null || invalid != null ? [] : { id, key: group, reward: Math.fround(reward) },
  )
  const groups = byKey(grouped)
  const open = await begunGroups(sql, attemptId, [...groups.keys()])
  const surprise = new Map<bigint, number | null>()
  for (const members of groups.values()) {
    const found = surprises(members.map(({ reward }) => reward))
    for (const [index, { id }] of members.entries()) surprise.set(id, found[index] ?? null)
  }
  return { surprise, open }
}

function byKey<T extends { readonly key: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.key)
    if (group) group.push(row)
    else groups.set(row.key, [row])
  }
  return groups
}

async function begunGroups(sql: pg.PoolClient, attemptId: number, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const { rows } = await sql.query<{ key: string }>(
    // one look into the index for each, whatever the database thinks of a table that has just begun to grow
    `select g.key from unnest($2::text[]) g(key)
      cross join lateral (select from episodes e where e.group_key = g.key and e.attempt_id = $1 limit 1) found`,
    [attemptId, keys],
  )
  return rows.map(({ key }) => key)
}

/** Counts the surprise of all rollouts of the groups anew, after more of them were written. */
export async function renewSurprises(
  sql: pg.PoolClient,
  { attemptId }: EpisodeScope,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return
  const { rows } = await sql.query<{ id: string; key: string; reward: number }>(
    `select id::text, group_key key, reward from episodes
      where group_key = any($2) and attempt_id = $1 and invalid is null`,
    [attemptId, keys],
  )
  const renewed = [...byKey(rows).values()].flatMap((members) => {
    const found = surprises(members.map(({ reward }) => reward))
    return members.map(({ id }, index) => ({ id, surprise: found[index] ?? null }))
  })
  await sql.query(
    `update episodes e set surprise = r.surprise
       from unnest($1::bigint[], $2::real[]) r(id, surprise)
      where e.id = r.id and e.surprise is distinct from r.surprise`,
    [renewed.map(({ id }) => id), renewed.map(({ surprise }) => surprise)],
  )
}
