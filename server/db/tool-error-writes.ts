import type pg from 'pg'
import type { ToolErrorRecord } from '@/server/core/episodes/record'
import type { PackedToolError } from '@/server/recording/packed-event'
import { copyRows } from './copy'
import type { EpisodeRow, EpisodeScope } from './episode-writes'
import { countFailures } from './hint-counts'
import { jsonText, storableText } from './json-text'

/** Writes one event per failing call, and counts them. */
export async function writeToolErrors(
  sql: pg.PoolClient,
  scope: EpisodeScope,
  rows: readonly EpisodeRow[],
): Promise<void> {
  const failures = rows.flatMap(failuresOf)
  const [first, last] = [failures[0], failures.at(-1)]
  if (!first || !last) return
  await copyRows(sql, 'tool_error_events', eventColumns, failures.map(eventValues(scope)))
  await countFailures(sql, scope.runId, first.row.id, last.row.id)
}

interface Failure {
  readonly row: EpisodeRow
  readonly error: PackedToolError
  readonly turnOk: boolean
  readonly firstInTurn: boolean
}

function failuresOf(row: EpisodeRow): Failure[] {
  const seen = new Set<string>()
  return row.episode.toolErrors.map((error) => {
    const kind = `${error.turn} ${error.rule ?? JSON.stringify([error.domain, error.tool, error.code])}`
    const firstInTurn = !seen.has(kind)
    seen.add(kind)
    const turnOk = row.episode.turns.some(({ index, reward }) => index === error.turn && reward === 1)
    return { row, error, turnOk, firstInTurn }
  })
}

const eventColumns = [
  'episode_id, run_id, stage, training_step, task_id, turn, step, call, domain, tool, code, "values", rule',
  'shown, recovered, next, turn_ok, first_in_turn',
]

/** Error values can be as large as a file's content; the whole text stands in the body. */
const maxValuesLength = 4000

const eventValues =
  ({ runId }: EpisodeScope) =>
  ({ row: { id, taskId, episode }, error, turnOk, firstInTurn }: Failure) => [
    ...[id, runId, episode.stage, episode.trainingStep, taskId, error.turn, error.step, error.call],
    // a tool's name can be whatever an agent wrote
    ...[error.domain, storableText(error.tool), error.code, boundedJson(error.values), error.rule],
    ...[error.shown, error.recovered, error.next ?? null, turnOk, firstInTurn],
  ]

function boundedJson(values: ToolErrorRecord['values']): string {
  const json = jsonText(values)
  if (json.length <= maxValuesLength) return json
  const bounded = Object.entries(values).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return [name, text.length > 200 ? `${text.slice(0, 200)}…` : value]
  })
  return jsonText(Object.fromEntries(bounded.slice(0, 15)))
}
