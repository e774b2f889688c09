import { z } from 'zod'
import { rankWithTies } from '@/server/core/evaluation/rank-with-ties'
import { boardFields } from '@/server/core/filter/board-fields'
import { evaluateFilter, type FilterRow } from '@/server/core/filter/evaluate-filter'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { listFinalEvaluations, listPublishedScores, listRunChoices } from '@/server/db/leaderboard'
import { listRunPoints } from '@/server/db/run-points'
import { differsOn, newestBySuite } from './board-differences'
import { boardFilterRow, publishedFilterRow } from './board-filter-row'
import { boardRow, type MeasuredRow } from './board-row'
import { boardValues } from './board-values'
import { suiteMeasures } from './suite-measures'

export const leaderboardInput = z
  .object({
    /** In the filter language, over the fields of server/core/filter/board-fields. */
    filter: z.string().max(2000).default(''),
  })
  .prefault({})

/**
 * What was measured here, one board per in-distribution suite, and what papers published, apart from it; as far as the
 * filter finds it. Ranks and warnings are among the rows found.
 */
export async function leaderboard(input: z.input<typeof leaderboardInput> = {}, now = new Date()) {
  const { node, problem } = parseFilter(leaderboardInput.parse(input).filter, boardFields)
  const [boards, published] = await Promise.all([measuredBoards(), listPublishedScores()])
  const isFound = (row: FilterRow) => problem === null && (node === null || evaluateFilter(node, row, now))
  return {
    boards: boards.flatMap(({ suite, title, rows }) => {
      const newest = newestBySuite(rows)
      const found = rows.filter((row) => isFound(boardFilterRow(row, differsOn(row, newest).length === 0)))
      return found.length === 0 ? [] : [{ suite, title, rows: ranked(found) }]
    }),
    published: published
      .filter((score) => isFound(publishedFilterRow(score)))
      .map(({ model, method, suite, column, score, source }) => ({ model, method, suite, column, score, source })),
    /** What is wrong with the filter; then nothing is found. */
    problem,
    /** Whether there is a row at all, found or not. */
    isEmpty: boards.length === 0,
    /** Stored values by field, for the filter's suggestions. */
    values: boardValues(
      boards.flatMap(({ rows }) => rows),
      published,
    ),
  }
}

async function measuredBoards() {
  const evaluations = await listFinalEvaluations()
  const runs = [...new Set(evaluations.map(({ runId }) => runId))]
  const [choices, measures, points] = await Promise.all([
    listRunChoices(runs),
    suiteMeasures(evaluations),
    listRunPoints(runs),
  ])
  const evaluationsOf = listsBy(evaluations, ({ runId }) => runId)
  const pointsOf = listsBy(points, ({ run }) => run)
  const boards = new Map<string, { title: string; rows: MeasuredRow[] }>()
  for (const main of evaluations) {
    const { name, title } = main.suite
    if (name !== main.run.suite?.name) continue
    const { runId } = main
    const [own = [], points = []] = [evaluationsOf.get(runId), pointsOf.get(runId)]
    const row = boardRow({ main, own, points, choices: choices.get(runId), measures })
    const board = boards.get(name)
    if (board) board.rows.push(row)
    else boards.set(name, { title, rows: [row] })
  }
  return [...boards].map(([suite, board]) => ({ suite, ...board }))
}

function listsBy<T>(items: readonly T[], key: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const lists = new Map<number, T[]>()
  for (const item of items) {
    const list = lists.get(key(item))
    if (list) list.push(item)
    else lists.set(key(item), [item])
  }
  return lists
}

function ranked(rows: readonly MeasuredRow[]) {
  const newest = newestBySuite(rows)
  const shown = rows.map(({ measured, ...row }) => ({
    ...row,
    /** Suites on which it was measured with another environment, checker or suite version than the newest row. */
    differsOn: differsOn({ measured }, newest),
  }))
  return rankWithTies(shown, (row) => row.inside.turn)
}
