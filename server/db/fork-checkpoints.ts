import type { Sql } from './transaction'

/** A stored checkpoint's bytes; null: they are not kept any more. */
export async function findCheckpointData(sql: Sql, checkpointId: number): Promise<Uint8Array | null> {
  const { rows } = await sql.query<{ data: Buffer }>('select data from checkpoint_bodies where checkpoint_id = $1', [
    checkpointId,
  ])
  return rows[0] ? new Uint8Array(rows[0].data) : null
}
