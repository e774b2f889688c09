import { z } from 'zod'
import type { ChatUsage } from '@/server/core/chat/usage'
import type { ForkTally } from '@/server/core/fork-tests/effects'
import type { ForkedTurn } from '@/server/core/fork-tests/forked-turn'
import { nextActions } from '@/server/core/hints/next-action'
import { pool } from './client'
import { jsonText, storableText } from './json-text'
import type { Sql } from './transaction'

/** A fork that waits to be played. */
export interface OpenFork {
  readonly position: number
  readonly eventId: string
  readonly episodeId: string
  readonly taskId: number
  readonly step: number
  readonly call: number
  readonly code: string
  readonly tries: number
}

/** What is open and may still be tried, in the order drawn. */
export async function listOpenForks(testId: number, mostTries: number): Promise<OpenFork[]> {
  const { rows } = await pool().query<OpenFork>(
    `select position, event_id::text "eventId", episode_id::text "episodeId", task_id "taskId", step, call, code, tries
       from forks where test_id = $1 and state = 'open' and tries < $2 order by position`,
    [testId, mostTries],
  )
  return rows
}

interface ForkName {
  readonly testId: number
  readonly position: number
}

/** Stores how a fork went on: by arm, by repeat. */
export async function storeFork(
  sql: Sql,
  { testId, position }: ForkName,
  arms: readonly (readonly ForkedTurn[])[],
): Promise<void> {
  const told = arms.map(([turn]) => turn?.told ?? null)
  await sql.query(
    `update forks set state = 'done', reason = null, tries = tries + 1, told = $3
      where test_id = $1 and position = $2`,
    [testId, position, jsonText(told)],
  )
  const outcomes = arms.flatMap((turns, arm) =>
    turns.map(({ recovered, turnOk, next, steps }, repeat) => ({ arm, repeat, recovered, turnOk, next, steps })),
  )
  await sql.query(
    `insert into fork_outcomes (test_id, fork, arm, repeat, recovered, turn_ok, next, steps)
     select $1, $2, (o ->> 'arm')::int, (o ->> 'repeat')::int, (o ->> 'recovered')::boolean,
            (o ->> 'turnOk')::boolean, o ->> 'next', o -> 'steps'
       from jsonb_array_elements($3::jsonb) o`,
    [testId, position, jsonText(outcomes)],
  )
}

/** @param isFinal it will not be played: it counts for nothing */
export async function storeForkFailure(
  sql: Sql,
  { testId, position }: ForkName,
  { reason, tries, isFinal }: { readonly reason: string; readonly tries: number; readonly isFinal: boolean },
): Promise<void> {
  await sql.query(
    `update forks set reason = $3, tries = tries + $4, state = case when $5 then 'skipped' else state end
      where test_id = $1 and position = $2`,
    [testId, position, storableText(reason, 1000), tries, isFinal],
  )
}

export async function addForkUsage(sql: Sql, { testId, position }: ForkName, usage: ChatUsage): Promise<void> {
  await sql.query(
    `update forks set requests = requests + $3, failed_requests = failed_requests + $4,
       prompt_tokens = prompt_tokens + $5, completion_tokens = completion_tokens + $6, waited_ms = waited_ms + $7
     where test_id = $1 and position = $2`,
    [
      ...[testId, position, usage.requests, usage.failedRequests],
      ...[Math.round(usage.promptTokens), Math.round(usage.completionTokens), Math.round(usage.waitedMs)],
    ],
  )
}

export interface ForkCounts {
  readonly total: number
  readonly done: number
  readonly skipped: number
  /** Why something is open; null: nothing failed yet. */
  readonly reason: string | null
}

export async function countForks(testId: number): Promise<ForkCounts> {
  const { rows } = await pool().query<ForkCounts>(
    `select count(*)::int total, count(*) filter (where state = 'done')::int done,
            count(*) filter (where state = 'skipped')::int skipped, max(reason) filter (where state = 'open') reason
       from forks where test_id = $1`,
    [testId],
  )
  return rows[0] ?? { total: 0, done: 0, skipped: 0, reason: null }
}

const toldSchema = z.array(z.object({ rule: z.string().nullable(), text: z.string() }).nullable())

/** One fork as lists show it. */
export interface ForkRow extends ForkTally {
  readonly episode: string
  readonly task: string
  readonly turn: number
  /** In the episode. */
  readonly step: number
  readonly domain: string
  readonly tool: string
  readonly code: string
  readonly state: 'open' | 'done' | 'skipped'
  readonly reason: string | null
}

type RawFork = Omit<ForkRow, 'arms'> & {
  readonly told: unknown
  readonly counts: readonly { readonly repeats: number; readonly recovered: number; readonly turnOk: number }[] | null
}

/** Every fork of a test with its outcomes added up by arm; forks that were not played have no arms. */
export async function listForks(testId: number): Promise<ForkRow[]> {
  const { rows } = await pool().query<RawFork>(
    `select f.position fork, t.dialogue, f.episode_id::text episode, t.key task, f.turn, f.step, f.domain, f.tool,
            f.code, f.state, f.reason, f.told, o.counts
       from forks f join tasks t on t.id = f.task_id left join (
         select fork, jsonb_agg(jsonb_build_object('repeats', repeats, 'recovered', recovered, 'turnOk', turn_ok)
                                order by arm) counts
           from (select fork, arm, count(*) repeats, count(*) filter (where recovered) recovered,
                        count(*) filter (where turn_ok) turn_ok
                   from fork_outcomes where test_id = $1 group by fork, arm) arms
          group by fork
       ) o on o.fork = f.position
      where f.test_id = $1 order by f.position`,
    [testId],
  )
  return rows.map(({ told, counts, ...row }) => {
    const said = toldSchema.safeParse(told).data ?? []
    const arms = (counts ?? []).map((count, arm) => ({ rule: said[arm]?.rule ?? null, ...count }))
    return { ...row, arms }
  })
}

const outcomeSchema = z.object({
  arm: z.number(),
  repeat: z.number(),
  recovered: z.boolean(),
  turnOk: z.boolean(),
  next: z.enum(nextActions).nullable(),
  steps: z.array(
    z.object({
      kind: z.enum(['calls', 'answer', 'malformed']),
      text: z.string().nullable(),
      calls: z.array(z.object({ expression: z.string(), told: z.string(), failed: z.boolean() })),
    }),
  ),
})

/** What each arm was told at a fork, and all that followed, arm by arm. */
export async function findForkOutcomes(testId: number, position: number) {
  const [fork, outcomes] = await Promise.all([
    pool().query<{ told: unknown }>('select told from forks where test_id = $1 and position = $2', [testId, position]),
    pool().query(
      `select arm, repeat, recovered, turn_ok "turnOk", next, steps from fork_outcomes
        where test_id = $1 and fork = $2 order by arm, repeat`,
      [testId, position],
    ),
  ])
  const [row] = fork.rows
  if (!row) return null
  return { told: toldSchema.safeParse(row.told).data ?? [], outcomes: z.array(outcomeSchema).parse(outcomes.rows) }
}
