import type pg from 'pg'
import { distributionGap } from '@/server/core/evaluation/gap'
import { type ScoredTask, type SuiteScores, scoreSuite, turnShares } from '@/server/core/evaluation/scores'
import type { TrainerEvent } from '@/server/core/policies/trainer-events'
import { Rng } from '@/server/core/rng'
import type { EpisodeScope } from '@/server/db/episode-writes'
import { readEvaluatedTurns, writeGap } from '@/server/db/evaluation-gap'
import { writeEvaluation } from '@/server/db/evaluation-writes'
import type { RunSummary } from '@/server/db/run-summary'
import { suiteEvaluationHash, withOwnEnvironment } from '@/server/hashes/source-hashes'
import { type RunContext, suiteOf, taskOf } from './run-context'

type EvaluationEvent = Extract<TrainerEvent, { readonly type: 'evaluation' }>

/** Stores an evaluation with scores and intervals; returns what of it the runs table shows. */
export async function recordEvaluation(
  sql: pg.PoolClient,
  scope: EpisodeScope,
  context: RunContext,
  event: EvaluationEvent,
): Promise<RunSummary> {
  const tasks = event.tasks.map((task) => ({ ...task, taskId: taskOf(context, event.suite, task.task).id }))
  const scores = scoresOf(context, event)
  const suite = suiteOf(context, event.suite)
  await writeEvaluation(sql, scope, {
    point: event.point,
    step: event.step,
    suiteId: suite.id,
    partition: event.partition,
    profile: 'bfcl',
    evaluationHash: suiteEvaluationHash(
      withOwnEnvironment(context.snapshot.evaluationHash, suite.environment),
      suite.hash,
    ),
    scores,
    turnCount: event.tasks.reduce((sum, task) => sum + task.turnScores.length, 0),
    tasks,
  })
  await recordGap(sql, scope.runId, event)
  return summaryOf(context, event, scores)
}

/** The gap is known once both sides are in, whichever comes last. */
export async function recordGap(
  sql: pg.PoolClient,
  runId: number,
  event: Pick<EvaluationEvent, 'point' | 'partition'>,
): Promise<void> {
  if (event.partition !== 'test') return
  const turns = await readEvaluatedTurns(sql, runId, event.point)
  const inside = turnShares(turns.filter((task) => task.inside))
  const outside = turnShares(turns.filter((task) => !task.inside))
  const gap = distributionGap(inside, outside, Rng.seeded(0, 'gap'))
  if (gap) await writeGap(sql, runId, event.point, gap)
}

/** The generator has the same seed for every run: equal outcomes have equal intervals. */
function scoresOf(context: RunContext, event: EvaluationEvent): SuiteScores {
  const scored: ScoredTask[] = event.tasks.map((task) => ({
    ...task,
    dialogue: taskOf(context, event.suite, task.task).dialogue,
  }))
  return scoreSuite(scored, Rng.seeded(0, 'evaluation', event.suite))
}

function summaryOf(context: RunContext, event: EvaluationEvent, { all }: SuiteScores): RunSummary {
  if (event.partition !== 'test') return {}
  if (event.suite === context.snapshot.suite.name) return { testTurn: all.turn.value, testTask: all.task.value }
  if (event.suite === context.snapshot.outOfDistribution[0]?.name)
    return { oodTurn: all.turn.value, oodTask: all.task.value }
  return {}
}
