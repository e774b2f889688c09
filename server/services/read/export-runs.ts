import { AppError } from '@/server/app-error'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { runFields } from '@/server/core/filter/run-fields'
import { csvLine } from '@/server/core/tables/csv'
import type { Cell } from '@/server/core/tables/plain-table'
import { listRunRows, type RunListRow } from '@/server/db/run-list'
import type { RunListInput } from './run-list-input'

const pageSize = 500

const columns: readonly (readonly [string, (run: RunListRow) => Cell])[] = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['kind', ({ kind }) => kind],
  ['status', ({ status }) => status],
  ['suite', ({ suite }) => suite],
  ['curriculum', ({ curriculum }) => curriculum],
  ['hints', ({ augmentation }) => augmentation],
  ['rewarded_by', ({ rewardedBy }) => rewardedBy],
  ['model', ({ model }) => model],
  ['backend', ({ backend }) => backend],
  ['seed', ({ seed }) => seed],
  ['stage', ({ stageIndex }) => (stageIndex === null ? null : stageIndex + 1)],
  ['training_step', ({ trainingStep }) => trainingStep],
  ['reward', ({ latestReward }) => latestReward],
  ['validation_task_accuracy', ({ latestAccuracy }) => latestAccuracy],
  ['test_turn_accuracy', ({ testTurn }) => testTurn],
  ['test_task_accuracy', ({ testTask }) => testTask],
  ['ood_turn_accuracy', ({ oodTurn }) => oodTurn],
  ['ood_task_accuracy', ({ oodTask }) => oodTask],
  ['launched_at', ({ createdAt }) => createdAt.toISOString()],
  ['started_at', ({ startedAt }) => startedAt?.toISOString() ?? null],
  ['ended_at', ({ endedAt }) => endedAt?.toISOString() ?? null],
  ['launch_group', ({ launchGroup }) => launchGroup],
  ['health', ({ health }) => health.join(' ')],
  ['tags', ({ tags }) => tags.join(' ')],
  ['notes', ({ notes }) => notes],
]

type Asked = Pick<RunListInput, 'filter' | 'sort' | 'reverse'>

/** The filtered runs as CSV, all of them, page by page; shares as numbers between 0 and 1. */
export function exportRuns({ filter: text, sort, reverse }: Asked, now = new Date()): AsyncGenerator<string> {
  const { node: filter, problem } = parseFilter(text, runFields)
  if (problem) throw new AppError('BAD_INPUT', `The filter has a mistake: ${problem.message}`, 'filter')
  async function* lines(): AsyncGenerator<string> {
    yield csvLine(columns.map(([name]) => name))
    for (let after: readonly [string, string] | null = null; ; ) {
      const rows: RunListRow[] = await listRunRows({ filter, sort, reverse, after, limit: pageSize, now })
      if (rows.length > 0) yield rows.map((run) => csvLine(columns.map(([, cell]) => cell(run)))).join('')
      const last = rows.at(-1)
      if (!last || rows.length < pageSize) return
      after = [last.sortValue, String(last.id)]
    }
  }
  return lines()
}
