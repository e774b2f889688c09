import { type EndpointSettings, endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'
import { pool } from './client'
import type { Sql } from './transaction'

interface Row {
  readonly id: number
  readonly name: string
  readonly settings: unknown
  readonly secret: Buffer | null
  readonly archived_at: Date | null
  readonly created_at: Date
  readonly evaluations: number
}

/** A chat endpoint as it is stored. Its key is sealed; nothing outside the services opens it. */
export interface StoredEndpoint {
  readonly id: number
  readonly name: string
  readonly settings: EndpointSettings
  readonly secret: Uint8Array | null
  readonly archivedAt: Date | null
  readonly createdAt: Date
  /** Evaluations that have used it. */
  readonly evaluations: number
}

const select = `
  select e.*, (select count(*)::int from evaluation_jobs j where j.endpoint_id = e.id) as evaluations from endpoints e`

export async function listEndpoints(): Promise<StoredEndpoint[]> {
  const found = await pool().query<Row>(`${select} order by lower(name), id`)
  return found.rows.map(read)
}

export async function findEndpoint(id: number): Promise<StoredEndpoint | null> {
  const found = await pool().query<Row>(`${select} where id = $1`, [id])
  return found.rows[0] ? read(found.rows[0]) : null
}

export async function findEndpointByName(name: string): Promise<StoredEndpoint | null> {
  const found = await pool().query<Row>(`${select} where name = $1`, [name])
  return found.rows[0] ? read(found.rows[0]) : null
}

const read = (row: Row): StoredEndpoint => ({
  id: row.id,
  name: row.name,
  settings: endpointSettingsSchema.parse(row.settings),
  secret: row.secret,
  archivedAt: row.archived_at,
  createdAt: row.created_at,
  evaluations: row.evaluations,
})

/** Stores a new endpoint; null: the name is taken. Its key follows, sealed for the id that it has got. */
export async function insertEndpoint(sql: Sql, name: string, settings: EndpointSettings): Promise<number | null> {
  const inserted = await sql.query<{ id: number }>(
    'insert into endpoints (name, settings) values ($1, $2) on conflict (name) do nothing returning id',
    [name, JSON.stringify(settings)],
  )
  return inserted.rows[0]?.id ?? null
}

/** False: another one has the name. */
export async function updateEndpoint(sql: Sql, id: number, name: string, settings: EndpointSettings): Promise<boolean> {
  const updated = await sql.query(
    `update endpoints set name = $2, settings = $3
     where id = $1 and not exists (select 1 from endpoints other where other.name = $2 and other.id <> $1)`,
    [id, name, JSON.stringify(settings)],
  )
  return updated.rowCount !== 0
}

export async function storeEndpointKey(sql: Sql, id: number, secret: Uint8Array | null): Promise<void> {
  await sql.query('update endpoints set secret = $2 where id = $1', [id, secret && Buffer.from(secret)])
}

export async function storeEndpointArchived(sql: Sql, id: number, archived: boolean): Promise<void> {
  await sql.query(
    'update endpoints set archived_at = case when $2 then coalesce(archived_at, now()) end where id = $1',
    [id, archived],
  )
}
