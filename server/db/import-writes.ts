import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { contentHash } from '@/server/hashes/content-hash'
import type { PackedEpisodes } from '@/server/recording/packed-event'
import { type AuditInput, writeAudit } from './audit'
import { placeEpisodes, writeEpisodes } from './episode-writes'
import { importedSuite } from './suites'
import { inTransaction } from './transaction'

/** A task that is known by its opening only. */
export interface ImportedTask {
  readonly key: string
  readonly opening: string
  readonly turnCount: number
}

export interface ImportWrite {
  /** Who imported what from elsewhere; absent: nobody did. */
  readonly audit?: Pick<AuditInput, 'actor' | 'detail'>
  readonly name: string
  readonly reason: string
  /** What is known of where it comes from; the run's snapshot. */
  readonly source: Readonly<Record<string, unknown>>
  readonly packed: readonly PackedEpisodes[]
  /** Tasks of no stored suite. */
  readonly tasks: readonly ImportedTask[]
  /** Suite → task key → id, of stored suites. */
  readonly known: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Stores imported episodes as a finished run of kind `import`: all of them or none. Answers its number. */
export function writeImport({ audit, name, reason, source, packed, tasks, known }: ImportWrite): Promise<number> {
  return inTransaction(async (sql) => {
    const own = await storeTasks(sql, tasks)
    const scope = await insertRun(sql, name, reason, source)
    const rows = await placeEpisodes(sql, scope, packed, (suite, key) => {
      const id = suite === importedSuite ? own.get(key) : known.get(suite)?.get(key)
      if (id === undefined) throw new Error(`the task ${key} of ${suite} was not stored`)
      return id
    })
    await writeEpisodes(sql, scope, rows)
    if (audit) await writeAudit(sql, { ...audit, action: 'import', subject: `run:${scope.runId}` })
    return scope.runId
  })
}

const backend = 'import'

async function insertRun(sql: pg.PoolClient, name: string, reason: string, source: ImportWrite['source']) {
  await sql.query(`insert into backends (name, kind) values ($1, $1) on conflict (name) do nothing`, [backend])
  const run = await sql.query<{ id: number }>(
    `insert into runs (name, kind, status, status_reason, snapshot, seed, launch_group, backend_id, stage_count,
       progress, started_at, ended_at)
     select $1, 'import', 'finished', $2, $3, 0, $4, id, 0, 1, now(), now() from backends where name = $5
     returning id`,
    [name, reason, JSON.stringify(source), randomUUID(), backend],
  )
  const runId = run.rows[0]?.id ?? 0
  const attempt = await sql.query<{ id: number }>(
    `insert into run_attempts (run_id, epoch, status, worker, ended_at) values ($1, 1, 'done', 'import', now())
     returning id`,
    [runId],
  )
  return { runId, attemptId: attempt.rows[0]?.id ?? 0 }
}

/** Ids by key; a task that an earlier import brought is kept as it is. */
async function storeTasks(sql: pg.PoolClient, tasks: readonly ImportedTask[]): Promise<ReadonlyMap<string, number>> {
  if (tasks.length === 0) return new Map()
  const suiteId = await suiteOfImports(sql)
  await sql.query(
    `insert into tasks (suite_id, position, key, dialogue, split, partition, domains, turn_count, opening, content_hash)
     select $1, (select count(*) from tasks where suite_id = $1) + t.place, t.key, t.key, 'base', 'train', '{}',
            t.turns, t.opening, t.hash
       from unnest($2::text[], $3::int[], $4::text[], $5::text[]) with ordinality t(key, turns, opening, hash, place)
     on conflict (suite_id, key) do nothing`,
    [
      suiteId,
      tasks.map(({ key }) => key),
      tasks.map(({ turnCount }) => Math.min(turnCount, 32_767)),
      tasks.map(({ opening }) => opening.slice(0, 300)),
      tasks.map((task) => contentHash(task)),
    ],
  )
  const keys = tasks.map(({ key }) => key)
  const { rows } = await sql.query<{ id: number; key: string }>(
    'select id, key from tasks where suite_id = $1 and key = any($2)',
    [suiteId, keys],
  )
  await sql.query(`update suites set task_count = (select count(*) from tasks where suite_id = $1) where id = $1`, [
    suiteId,
  ])
  return new Map(rows.map(({ id, key }) => [key, id]))
}

async function suiteOfImports(sql: pg.PoolClient): Promise<number> {
  await sql.query(
    `insert into suites (name, version, title, kind, hash, task_count)
     values ($1, 1, 'Imported episodes', 'out_of_distribution', $1, 0) on conflict do nothing`,
    [importedSuite],
  )
  const { rows } = await sql.query<{ id: number }>('select id from suites where name = $1 and version = 1 for update', [
    importedSuite,
  ])
  return rows[0]?.id ?? 0
}
