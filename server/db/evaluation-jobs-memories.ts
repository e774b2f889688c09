import { z } from 'zod'
import { pool } from './client'
import { jsonText } from './json-text'

/** The files of a memory that an evaluation's conversations left behind; null: they were not played to their end. */
export async function findMemory(runId: number, name: string): Promise<ReadonlyMap<string, string> | null> {
  const { rows } = await pool().query<{ files: unknown }>(
    'select files from evaluation_memories where run_id = $1 and name = $2',
    [runId, name],
  )
  return rows[0] ? new Map(Object.entries(z.record(z.string(), z.string()).parse(rows[0].files))) : null
}

export async function storeMemory(runId: number, name: string, files: ReadonlyMap<string, string>): Promise<void> {
  await pool().query(
    'insert into evaluation_memories (run_id, name, files) values ($1, $2, $3) on conflict do nothing',
    [runId, name, jsonText(Object.fromEntries(files))],
  )
}
