import type { FieldContent, FilterRow } from '@/server/core/filter/evaluate-filter'
import type { PublishedScoreRow } from '@/server/db/leaderboard'
import type { MeasuredRow } from './board-row'

/** Letters of a hash that the board shows. */
const shownLetters = 8

/** What the filter finds a measured row by. */
export function boardFilterRow(row: MeasuredRow, comparable: boolean): FilterRow {
  const { run, inside, gap, evaluationHash } = row
  const suites = row.measured.map(({ suite }) => suite)
  const content: Readonly<Record<string, FieldContent>> = {
    ...{ name: run.name, kind: row.kind, suite: suites, model: row.model, tag: row.tags, id: run.id },
    ...{ hash: [evaluationHash, evaluationHash.slice(0, shownLetters)], comparable: comparable ? 'yes' : 'no' },
    ...{ tasks: inside.tasks, repeats: inside.repeats, gap: gap && Math.fround(gap.value) },
    ...{ test: Math.fround(inside.turn.value), 'test-tasks': Math.fround(inside.task.value) },
    ...{
      hints: row.hints?.replace(/ \d+$/, '') ?? null,
      rewarded: row.kind === 'run' || row.kind === 'baseline' ? row.reward : null,
    },
    evaluated: row.date.getTime(),
  }
  return rowOf(run.id, content, [run.name, row.model ?? '', ...suites, ...row.tags])
}

/** What the filter finds a published row by. */
export const publishedFilterRow = ({ model, method, suite }: PublishedScoreRow): FilterRow =>
  rowOf(0, { name: model, model, kind: 'published', suite: [suite], method }, [model, method, suite])

const rowOf = (id: number, content: Readonly<Record<string, FieldContent>>, words: readonly string[]): FilterRow => ({
  id,
  field: (name) => content[name] ?? null,
  words: words.join(' '),
})
