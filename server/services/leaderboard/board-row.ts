import { endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'
import { checkpointSnapshotSchema } from '@/server/core/chat/evaluation-snapshot'
import { costOf } from '@/server/core/chat/usage'
import { checkpointPath } from '@/server/core/evaluation/checkpoint-path'
import type { SuiteScores } from '@/server/core/evaluation/scores'
import type { BoardKind } from '@/server/core/filter/board-fields'
import type { FinalEvaluationRow, RunChoices } from '@/server/db/leaderboard'
import type { RunPoint } from '@/server/db/run-points'
import type { SuiteMeasures } from './suite-measures'

interface BoardRowInput {
  /** The evaluation on the run's own suite. */
  readonly main: FinalEvaluationRow
  /** All of the run's. */
  readonly own: readonly FinalEvaluationRow[]
  /** Of its training, where both sides were measured. */
  readonly points: readonly RunPoint[]
  readonly choices: RunChoices | undefined
  readonly measures: SuiteMeasures
}

export type MeasuredRow = ReturnType<typeof boardRow>

/** A row of a board: who was measured, and on what. */
export function boardRow({ main, own, points, choices, measures }: BoardRowInput) {
  const { run } = main
  const { curriculum, augmentationSet: hints } = run
  const others = own.filter(({ suite }) => suite.kind === 'out_of_distribution' && suite.name !== main.suite.name)
  const credit = choices?.credit ?? 'tree'
  return {
    run: { id: run.id, name: run.name, seed: run.seed },
    kind: kindOf(main, credit),
    model: run.model,
    tags: run.tags,
    hints: hints && `${hints.name} ${hints.version}`,
    reward: choices?.reward ?? 'stage',
    credit,
    curriculum: curriculum?.title ?? null,
    inside: suiteScore(main, measures),
    outside: others.map((row) => suiteScore(row, measures)),
    /** In minus out of distribution, the latter pooled over the turns of all other suites. */
    gap: gapOf(main),
    /** Its checkpoints from untrained to final, where both sides were measured. */
    path: checkpointPath(points, choices?.stages ?? []).map(({ run: _, ...point }) => point),
    /** What a chat model behind an endpoint took on all suites; null: it was none. */
    endpoint: endpointOf(main, own),
    /** Whose policy it is, at which step, and how it picked; null: it is no checkpoint. */
    checkpoint: checkpointSnapshotSchema.safeParse(choices?.checkpoint).data ?? null,
    date: main.createdAt,
    evaluationHash: main.evaluationHash,
    /** With what it was measured, suite by suite. */
    measured: [main, ...others].map(({ id, suite, evaluationHash }) => ({
      ...{ id, suite: suite.name, suiteHash: suite.hash, evaluationHash },
    })),
  }
}

/** Scores on one suite's test tasks: shares with their 95 % intervals over dialogues. */
const suiteScore = (row: FinalEvaluationRow, measures: SuiteMeasures) => ({
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
  /** By a benchmark's own scores; null: it has none. */
  measures: measures.get(row.id) ?? null,
})

const splitTurns = (bySplit: SuiteScores['bySplit']): Record<string, number> =>
  Object.fromEntries(Object.entries(bySplit).flatMap(([split, scores]) => (scores ? [[split, scores.turn.value]] : [])))

function kindOf({ run }: FinalEvaluationRow, credit: string): BoardKind {
  if (run.evaluationJob !== null) return run.evaluationJob.endpoint === null ? 'checkpoint' : 'endpoint'
  return credit === 'supervised' ? 'baseline' : 'run'
}

function endpointOf({ run }: FinalEvaluationRow, own: readonly FinalEvaluationRow[]) {
  if (!run.evaluationJob?.endpoint) return null
  const { repeats, endpoint } = run.evaluationJob
  const promptTokens = own.reduce((sum, row) => sum + Number(row.promptTokens ?? 0), 0)
  const completionTokens = own.reduce((sum, row) => sum + Number(row.completionTokens ?? 0), 0)
  const cost = costOf({ promptTokens, completionTokens }, endpointSettingsSchema.parse(endpoint.settings))
  return { name: endpoint.name, repeats, promptTokens, completionTokens, cost }
}

function gapOf({ gap, gapLow, gapHigh }: FinalEvaluationRow) {
  return gap === null || gapLow === null || gapHigh === null ? null : { value: gap, low: gapLow, high: gapHigh }
}
