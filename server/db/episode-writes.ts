import type pg from 'pg'
import { nearMiss } from '@/server/core/episodes/near-miss'
import type { EpisodeSummary, PackedEpisodes } from '@/server/recording/packed-event'
import { type CopyValue, copyRows } from './copy'
import { writeSearchWords } from './episode-search-writes'
import { failingTurn } from './failing-turn'
import { groupSurprises, renewSurprises } from './group-surprise'

/** An episode on its way into the database, with the ids that it gets there. */
export interface EpisodeRow {
  readonly id: bigint
  readonly taskId: number
  readonly episode: EpisodeSummary
  readonly bodyId: bigint
  readonly bodyLine: number
}

export interface EpisodeScope {
  readonly runId: number
  readonly attemptId: number
}

/** Reserves ids, which rise in the order of the episodes, and writes the body blocks. */
export async function placeEpisodes(
  sql: pg.PoolClient,
  scope: EpisodeScope,
  packed: readonly PackedEpisodes[],
  taskIdOf: (suite: string, task: string) => number,
): Promise<EpisodeRow[]> {
  const count = packed.reduce((sum, part) => sum + part.episodes.length, 0)
  if (count === 0) return []
  const ids = await reserveIds(sql, 'episodes', count)
  const bodyIds = await reserveIds(sql, 'episode_bodies', packed.length)
  const bodies = packed.map(({ block }, index) => [idAt(bodyIds, index), scope.runId, block.encoding, block.bytes])
  await copyRows(sql, 'episode_bodies', ['id', 'run_id', 'encoding', 'body'], bodies)
  let next = 0
  return packed.flatMap((part, block) =>
    part.episodes.map((episode, bodyLine) => ({
      id: idAt(ids, next++),
      taskId: taskIdOf(episode.suite, episode.task),
      episode,
      bodyId: idAt(bodyIds, block),
      bodyLine,
    })),
  )
}

export async function writeEpisodes(
  sql: pg.PoolClient,
  scope: EpisodeScope,
  rows: readonly EpisodeRow[],
): Promise<void> {
  const { surprise, open } = await groupSurprises(sql, scope, rows)
  const values = rows.map((row) => episodeValues(scope, row, surprise.get(row.id) ?? null))
  await copyRows(sql, 'episodes', episodeColumns, values)
  await copyRows(sql, 'episode_turns', turnColumns, rows.flatMap(turnValues))
  await writeSearchWords(sql, scope, rows)
  await renewSurprises(sql, scope, open)
}

async function reserveIds(sql: pg.PoolClient, table: string, count: number): Promise<bigint[]> {
  const result = await sql.query<{ id: string }>(
    `select nextval(pg_get_serial_sequence($1, 'id'))::text as id from generate_series(1, $2)`,
    [table, count],
  )
  return result.rows.map((row) => BigInt(row.id))
}

function idAt(ids: readonly bigint[], index: number): bigint {
  const id = ids[index]
  if (id === undefined) throw new Error('the database gave out fewer ids than asked for')
  return id
}

const episodeColumns = [
  'id, run_id, attempt_id, key, kind, partition, stage, training_step, suite, task_id, split, domains, profile',
  'feedback, reward_name, reward, progress, syntax, "binary", advantage, success, verdict, irrelevance, truncated',
  'failing_turn, group_key, rollout, prefix_key, start_turn, state_reset, turn_count, step_count, call_count',
  'format_errors, tool_errors, hints_shown, hints_recovered, error_codes, hint_rules, body_id, body_line',
  'origin, invalid, policy_from, policy_to, tool_sequence, surprise, near_miss',
]

function episodeValues(
  scope: EpisodeScope,
  { id, taskId, episode, bodyId, bodyLine }: EpisodeRow,
  surprise: number | null,
): CopyValue[] {
  const { counts, rewards, toolErrors } = episode
  return [
    ...[id, scope.runId, scope.attemptId, episode.id, episode.kind, episode.partition, episode.stage],
    ...[episode.trainingStep, episode.suite, taskId, episode.split, episode.domains, episode.profile],
    ...[episode.feedback, episode.rewardName, ...earned(episode, episode.reward, rewards.progress)],
    ...earned(episode, rewards.syntax, rewards.binary),
    ...[episode.advantage, episode.success, episode.verdict, episode.irrelevanceError, episode.truncated],
    ...[failingTurn(episode), episode.group, episode.rollout, episode.prefix?.episode ?? null],
    ...[episode.prefix?.startTurn ?? null, episode.prefix?.stateReset ?? false, counts.turns, counts.steps],
    ...[counts.calls, counts.formatErrors, counts.toolErrors, counts.hintsShown, counts.hintsRecovered],
    ...[distinct(toolErrors.map((error) => error.code)), shownRules(episode), bodyId, bodyLine],
    ...[episode.origin ?? 'trainer', episode.invalid ?? null, episode.policy?.from ?? null, episode.policy?.to ?? null],
    episode.toolSequence,
    ...[surprise, nearMiss(episode)],
  ]
}

/** What does not count has earned nothing, not even 0: a mean over it by mistake cannot go unnoticed. */
const earned = ({ invalid }: EpisodeSummary, ...rewards: readonly number[]): readonly number[] =>
  invalid == null ? rewards : rewards.map(() => Number.NaN)

/** Rules whose text the agent saw; what would have matched is in the tool errors. */
const shownRules = (episode: EpisodeSummary): string[] =>
  distinct(episode.toolErrors.flatMap((error) => (error.shown && error.rule !== null ? [error.rule] : [])))

const distinct = (items: readonly string[]): string[] => (items.length < 2 ? [...items] : [...new Set(items)])

const turnColumns = ['episode_id', 'index', 'reward', 'state_ok', 'exec_ok', 'forced_end', 'executed_calls']

const turnValues = ({ id, episode }: EpisodeRow): CopyValue[][] =>
  episode.turns.map((turn) => [
    id,
    turn.index,
    turn.reward,
    turn.stateOk,
    turn.execOk,
    turn.forcedEnd,
    turn.executedCalls,
  ])
