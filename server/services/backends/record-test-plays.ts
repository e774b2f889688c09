import type { ClusterEvaluation } from '@/server/core/runs/evaluation-job'
import type { Suite } from '@/server/core/tasks/task'
import { type TestPlay, testPlays } from '@/server/db/test-plays'
import { recordBatch } from '@/server/services/recording/record-batch'
import type { ClusterAttempt } from './assign-stage'

export interface PlayedTests {
  readonly attempt: ClusterAttempt
  readonly point: ClusterEvaluation
  /** The run's step at which the weights stand. */
  readonly step: number
  /** The run's own suite and those out of distribution. */
  readonly suites: readonly Suite[]
}

/** The test tasks of all suites. */
export const testTasks = (suites: readonly Suite[]) =>
  suites.flatMap(({ name, tasks }) =>
    tasks.filter(({ partition }) => partition === 'test').map((task) => ({ suite: name, task })),
  )

/**
 * Makes the evaluations of an attempt from its recorded episodes, as those that a trainer reports itself: all suites
 * or none. Answers what is missing; null: nothing.
 */
export async function recordTestPlays({ attempt, point, step, suites }: PlayedTests): Promise<string | null> {
  const { runId: run, attemptId, epoch } = attempt
  const plays = new Map((await testPlays(attemptId)).map((play) => [nameOf(play.suite, play.task), play]))
  const wanted = testTasks(suites)
  const missing = wanted.filter(({ suite, task }) => !plays.has(nameOf(suite, task.key)))
  if (missing.length > 0) {
    const [first] = missing
    return `${missing.length} of ${wanted.length} test tasks were not played to their end, for example ${first?.task.key}.`
  }
  const events = suites.map(({ name, tasks }) => ({
    ...({ type: 'evaluation', partition: 'test', suite: name } as const),
    ...{ point, step },
    tasks: tasks.flatMap(({ key, turns }) => {
      const play = plays.get(nameOf(name, key))
      return play ? [evaluated(play, turns.length)] : []
    }),
  }))
  await recordBatch({ run, epoch, source: `ray-${epoch}`, sequence: 1, at: Date.now(), events })
  return null
}

const nameOf = (suite: string, task: string): string => JSON.stringify([suite, task])

/** Turns that were not reached count as 0. */
function evaluated({ suite: _, turns: played, ...play }: TestPlay, turns: number) {
  const rewards = new Map(played.map(({ index, reward }) => [index, reward]))
  return { ...play, turnScores: Array.from({ length: turns }, (__, turn) => rewards.get(turn) ?? 0) }
}
