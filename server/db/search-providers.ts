import { type SearchSettings, searchSettingsSchema } from '@/server/core/chat/search-settings'
import { pool } from './client'
import type { Sql } from './transaction'

interface Row {
  readonly id: number
  readonly name: string
  readonly settings: unknown
  readonly secret: Buffer | null
}

/** What answers web search, as it is stored. Its key is sealed; nothing outside the services opens it. */
export interface StoredSearchProvider {
  readonly id: number
  readonly name: string
  readonly settings: SearchSettings
  readonly secret: Uint8Array | null
}

export async function listSearchProviders(): Promise<StoredSearchProvider[]> {
  const found = await pool().query<Row>(
    'select id, name, settings, secret from search_providers order by lower(name), id',
  )
  return found.rows.map(read)
}

export async function findSearchProvider(id: number): Promise<StoredSearchProvider | null> {
  const found = await pool().query<Row>('select id, name, settings, secret from search_providers where id = $1', [id])
  return found.rows[0] ? read(found.rows[0]) : null
}

const read = ({ settings, ...row }: Row): StoredSearchProvider => ({
  ...row,
  settings: searchSettingsSchema.parse(settings),
})

/** Stores a new one; null: the name is taken. Its key follows, sealed for the id that it has got. */
export async function insertSearchProvider(sql: Sql, name: string, settings: SearchSettings): Promise<number | null> {
  const inserted = await sql.query<{ id: number }>(
    'insert into search_providers (name, settings) values ($1, $2) on conflict (name) do nothing returning id',
    [name, JSON.stringify(settings)],
  )
  return inserted.rows[0]?.id ?? null
}

/** False: another one has the name. */
export async function updateSearchProvider(
  sql: Sql,
  id: number,
  name: string,
  settings: SearchSettings,
): Promise<boolean> {
  const updated = await sql.query(
    `update search_providers set name = $2, settings = $3
     where id = $1 and not exists (select 1 from search_providers other where other.name = $2 and other.id <> $1)`,
    [id, name, JSON.stringify(settings)],
  )
  return updated.rowCount !== 0
}

export async function storeSearchKey(sql: Sql, id: number, secret: Uint8Array | null): Promise<void> {
  await sql.query('update search_providers set secret = $2 where id = $1', [id, secret && Buffer.from(secret)])
}

/** Its name; null: there was none of the number. */
export async function deleteSearchProvider(sql: Sql, id: number): Promise<string | null> {
  const deleted = await sql.query<{ name: string }>('delete from search_providers where id = $1 returning name', [id])
  return deleted.rows[0]?.name ?? null
}

/** Evaluations that wait or run and are answered by it. */
export async function openEvaluationsOf(sql: Sql, id: number): Promise<number[]> {
  const { rows } = await sql.query<{ id: number }>(
    `select id from runs where kind = 'evaluation' and status in ('queued', 'running', 'stopping')
       and (snapshot #>> '{search,id}')::int = $1 order by id`,
    [id],
  )
  return rows.map((row) => row.id)
}
