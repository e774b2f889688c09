import { endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'
import { costOf } from '@/server/core/chat/usage'
import type { SuiteScores } from '@/server/core/evaluation/scores'
import {
  type FinalEvaluationRow,
  listFinalEvaluations,
  listPublishedScores,
  listRunChoices,
  type RunChoices,
} from '@/server/db/leaderboard'
import { rankWithTies } from './rank-with-ties'

/** Scores on one suite's test tasks: shares with their 95 % intervals over dialogues. */
const suiteScore = (row: FinalEvaluationRow) => ({
  suite: row.suite.name,
  tasks: row.taskCount,
  repeats: row.repeats,
  /** The training step at which its episodes were played. */
  step: row.step,
  turn: { value: row.turn, low: row.turnLow, high: row.turnHigh },
  task: { value: row.task, low: row.taskLow, high: row.taskHigh },
  wellFormed: row.wellFormed,
  irrelevance: row.irrelevance,
  bySplit: splitTurns(row.bySplit as unknown as SuiteScores['bySplit']),
})

const splitTurns = (bySplit: SuiteScores['bySplit']): Record<string, number> =>
  Object.fromEntries(Object.entries(bySplit).flatMap(([split, scores]) => (scores ? [[split, scores.turn.value]] : [])))

/** What was measured here, one board per in-distribution suite, and what papers published, apart from it. */
export async function leaderboard() {
  const [evaluations, published] = await Promise.all([listFinalEvaluations(), listPublishedScores()])
  const choices = await listRunChoices(evaluations.map(({ runId }) => runId))
  const boards = new Map<string, { title: string; evaluations: FinalEvaluationRow[] }>()
  for (const row of evaluations) {
    if (row.suite.name !== row.run.suite?.name) continue
    const board = boards.get(row.suite.name)
    if (board) board.evaluations.push(row)
    else boards.set(row.suite.name, { title: row.suite.title, evaluations: [row] })
  }
  return {
    boards: [...boards].map(([suite, { title, evaluations: main }]) => ({
      suite,
      title,
      rows: boardRows(main, evaluations, choices),
    })),
    published: published.map(({ model, method, suite, column, score, source }) => ({
      model,
      method,
      suite,
      column,
      score,
      source,
    })),
  }
}

function boardRows(
  main: readonly FinalEvaluationRow[],
  all: readonly FinalEvaluationRow[],
  choices: ReadonlyMap<number, RunChoices>,
) {
  const onBoard = new Set(main.map(({ runId }) => runId))
  const newest = all.filter(({ runId }) => onBoard.has(runId))
  const differs = (row: FinalEvaluationRow) => {
    const other = newest.find(({ suite }) => suite.name === row.suite.name)
    return other !== undefined && (row.evaluationHash !== other.evaluationHash || row.suite.hash !== other.suite.hash)
  }
  const rows = main.map((row) => {
    const { curriculum, augmentationSet: hints } = row.run
    const others = all.filter(({ runId, suite }) => runId === row.runId && suite.kind === 'out_of_distribution')
    const inside = suiteScore(row)
    return {
      run: { id: row.run.id, name: row.run.name, seed: row.run.seed },
      hints: hints && `${hints.name} ${hints.version}`,
      reward: choices.get(row.runId)?.reward ?? 'stage',
      credit: choices.get(row.runId)?.credit ?? 'tree',
      curriculum: curriculum?.title ?? null,
      inside,
      outside: others.map(suiteScore),
      /** In minus out of distribution, the latter pooled over the turns of all other suites. */
      gap: gapOf(row),
      /** What a chat model behind an endpoint took on all suites; null: it was none. */
      endpoint: endpointOf(row, all),
      date: row.createdAt,
      evaluationHash: row.evaluationHash,
      /** Suites on which it was measured with another environment, checker or suite version than the newest row. */
      differsOn: [row, ...others].filter(differs).map(({ suite }) => suite.name),
    }
  })
  return rankWithTies(rows, (row) => row.inside.turn)
}

function endpointOf({ run, runId }: FinalEvaluationRow, all: readonly FinalEvaluationRow[]) {
  if (run.evaluationJob === null) return null
  const { repeats, endpoint } = run.evaluationJob
  const own = all.filter((row) => row.runId === runId)
  const promptTokens = own.reduce((sum, row) => sum + Number(row.promptTokens ?? 0), 0)
  const completionTokens = own.reduce((sum, row) => sum + Number(row.completionTokens ?? 0), 0)
  const cost = costOf({ promptTokens, completionTokens }, endpointSettingsSchema.parse(endpoint.settings))
  return { name: endpoint.name, repeats, promptTokens, completionTokens, cost }
}

function gapOf({ gap, gapLow, gapHigh }: FinalEvaluationRow) {
  return gap === null || gapLow === null || gapHigh === null ? null : { value: gap, low: gapLow, high: gapHigh }
}
