import { type PlaygroundSession, sessionSchema } from '@/server/core/playground/session'
import { db, pool } from './client'

/** Stores a session under its id; one that is stored already stays as it is, because the same id is the same session. */
export async function storeSession(id: string, session: PlaygroundSession): Promise<void> {
  await pool().query('insert into playground_sessions (id, session) values ($1, $2) on conflict (id) do nothing', [
    ...[id, JSON.stringify(session)],
  ])
}

/** Null: there is none. */
export async function findSession(id: string): Promise<PlaygroundSession | null> {
  const row = await db().playgroundSession.findUnique({ where: { id } })
  return row && sessionSchema.parse(row.session)
}

export interface TaskChoiceRow {
  readonly key: string
  readonly split: string
  readonly partition: string
  readonly domains: string[]
  readonly turnCount: number
  readonly opening: string
}

/** Tasks of a suite whose key, opening or domain has the text, in the suite's order. */
export async function searchTasks(suiteHash: string, text: string, most: number): Promise<TaskChoiceRow[]> {
  const { rows } = await pool().query<TaskChoiceRow>(
    `select t.key, t.split, t.partition, t.domains, t.turn_count as "turnCount", t.opening
       from tasks t join suites s on s.id = t.suite_id
      where s.hash = $1
        and ($2 = '' or position(lower($2) in lower(t.key || ' ' || t.opening || ' ' || array_to_string(t.domains, ' '))) > 0)
      order by t.position limit $3`,
    [suiteHash, text, most],
  )
  return rows
}

/** The id of a task of a suite; null when it has none of the key. */
export async function findTaskId(suiteHash: string, key: string): Promise<number | null> {
  const task = await db().task.findFirst({ where: { key, suite: { hash: suiteHash } }, select: { id: true } })
  return task?.id ?? null
}

/** Suite id → the names under which a suite documents tools: its domains. */
export async function documentedDomains(): Promise<ReadonlyMap<number, readonly string[]>> {
  const { rows } = await pool().query<{ id: number; names: string[] }>(
    'select suite_id as id, array(select json_object_keys(tool_docs::json)) as names from suite_documents',
  )
  return new Map(rows.map(({ id, names }) => [id, names]))
}

/** The episode as which a session was saved; null: it was not. */
export async function episodeOfSession(session: string): Promise<string | null> {
  const { rows } = await pool().query<{ id: string }>(
    `select e.id::text from runs r join episodes e on e.run_id = r.id
      where r.kind = 'import' and r.snapshot ->> 'session' = $1 and e.origin = 'by-hand' order by e.id limit 1`,
    [session],
  )
  return rows[0]?.id ?? null
}

/** Takes a run of an episode played by hand out of the lists; its day is that of the session, as its tools saw it. */
export async function setAside(run: number, { year, month, day }: PlaygroundSession['day']): Promise<void> {
  await pool().query(
    `update runs set archived_at = now(), change = change + 1,
       created_at = least(created_at, make_timestamptz($2, $3, $4, 23, 59, 59, 'UTC')) where id = $1`,
    [run, year, month, day],
  )
}
