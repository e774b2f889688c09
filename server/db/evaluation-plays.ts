import type { ChatUsage } from '@/server/core/chat/usage'
import type { Split } from '@/server/core/tasks/task'
import { pool } from './client'
import { jsonText, storableText } from './json-text'
import type { Sql } from './transaction'

/** One task to be played once. */
export interface OpenPlay {
  readonly taskId: number
  readonly key: string
  readonly suiteId: number
  readonly repeat: number
  readonly tries: number
}

/** What is open and may still be tried, in the order in which it is played: repeat by repeat, suite by suite. */
export async function listOpenPlays(runId: number, suiteIds: readonly number[], mostTries: number) {
  const { rows } = await pool().query<OpenPlay>(
    `select p.task_id as "taskId", t.key, p.suite_id as "suiteId", p.repeat, p.tries
       from evaluation_plays p join tasks t on t.id = p.task_id
      where p.run_id = $1 and not p.done and p.tries < $3
      order by p.repeat, array_position($2::int[], p.suite_id), t.position`,
    [runId, suiteIds, mostTries],
  )
  return rows
}

/** Measures of a benchmark with rules of its own, by name. */
export type PlayMeasures = Readonly<Record<string, number>>

/** How a play that counts came out. */
export interface PlayOutcome {
  readonly success: boolean
  readonly turnScores: readonly number[]
  readonly irrelevance: boolean
  readonly steps: number
  readonly malformedSteps: number
  readonly measures: PlayMeasures | null
}

type PlayName = Pick<OpenPlay, 'taskId' | 'repeat'> & { readonly runId: number }

export async function storeDone(sql: Sql, play: PlayName, episodeId: bigint, outcome: PlayOutcome): Promise<void> {
  await sql.query(
    `update evaluation_plays set done = true, reason = null, tries = tries + 1, episode_id = $4, success = $5,
       turn_scores = $6, irrelevance = $7, steps = $8, malformed_steps = $9, measures = $10
     where run_id = $1 and task_id = $2 and repeat = $3`,
    [
      ...[play.runId, play.taskId, play.repeat, episodeId, outcome.success, outcome.turnScores, outcome.irrelevance],
      ...[outcome.steps, outcome.malformedSteps, outcome.measures && jsonText(outcome.measures)],
    ],
  )
}

/** @param tries how many tries it counts for */
export async function storeFailed(sql: Sql, play: PlayName, reason: string, tries: number): Promise<void> {
  await sql.query(
    `update evaluation_plays set reason = $4, tries = tries + $5 where run_id = $1 and task_id = $2 and repeat = $3`,
    [play.runId, play.taskId, play.repeat, storableText(reason, 1000), tries],
  )
}

export async function addUsage(sql: Sql, play: PlayName, usage: ChatUsage): Promise<void> {
  await sql.query(
    `update evaluation_plays set requests = requests + $4, failed_requests = failed_requests + $5,
       prompt_tokens = prompt_tokens + $6, completion_tokens = completion_tokens + $7, waited_ms = waited_ms + $8
     where run_id = $1 and task_id = $2 and repeat = $3`,
    [
      ...[play.runId, play.taskId, play.repeat, usage.requests, usage.failedRequests],
      ...[Math.round(usage.promptTokens), Math.round(usage.completionTokens), Math.round(usage.waitedMs)],
    ],
  )
}

/** Lets what was given up be tried again. */
export async function forgetTries(sql: Sql, runId: number): Promise<void> {
  await sql.query('update evaluation_plays set tries = 0 where run_id = $1 and not done', [runId])
}

export interface PlayCounts {
  readonly done: number
  readonly total: number
  /** Why something is open; null: nothing failed yet. */
  readonly reason: string | null
}

export async function countPlays(sql: Sql, runId: number, suiteId: number | null = null): Promise<PlayCounts> {
  const { rows } = await sql.query<PlayCounts>(
    `select count(*) filter (where done)::int as done, count(*)::int as total,
            max(reason) filter (where not done) as reason
       from evaluation_plays where run_id = $1 and ($2::int is null or suite_id = $2)`,
    [runId, suiteId],
  )
  return rows[0] ?? { done: 0, total: 0, reason: null }
}

/** A play that counts, with what scores need of its task. */
export interface DonePlay extends PlayOutcome {
  readonly suiteId: number
  readonly task: string
  readonly split: Split
  readonly dialogue: string
}

/** @param suiteId null: of all suites */
export async function listDonePlays(sql: Sql, runId: number, suiteId: number | null = null): Promise<DonePlay[]> {
  const { rows } = await sql.query<DonePlay>(
    `select p.suite_id as "suiteId", t.key as task, t.split, t.dialogue, p.success, p.turn_scores as "turnScores",
            p.irrelevance, p.steps, p.malformed_steps as "malformedSteps", p.measures
       from evaluation_plays p join tasks t on t.id = p.task_id
      where p.run_id = $1 and p.done and ($2::int is null or p.suite_id = $2)
      order by p.suite_id, t.position, p.repeat`,
    [runId, suiteId],
  )
  return rows
}
