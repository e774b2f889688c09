import type { TrainerEvent } from '@/server/core/policies/trainer-events'
import type { Task } from '@/server/core/tasks/task'
import type { Claim } from '@/server/db/claims'
import { loadSuite } from '@/server/db/suites'
import { packEvents } from '@/server/recording/pack-events'
import { recordBatch } from '@/server/services/recording/record-batch'
import { claimNext } from '@/server/services/runs/testing/small-claim'
import { queueSmallRun } from '@/server/services/runs/testing/small-launch'

type Point = 'final' | 'untrained'
type Right = (task: Task) => boolean

/** An evaluation of every test task of the suite; of a task all turns are right, or none. */
async function evaluation(
  { snapshot }: Claim,
  suite: { name: string; hash: string },
  point: Point,
  right: Right,
): Promise<TrainerEvent> {
  const { tasks } = await loadSuite(suite.hash)
  const test = tasks.filter(({ partition }) => partition === 'test')
  return {
    ...{ type: 'evaluation', point, step: point === 'final' ? 16 : 0, suite: suite.name, partition: 'test' },
    tasks: test.map((task) => ({
      ...{ task: task.key, split: task.split, success: right(task), irrelevanceError: false, steps: 3 },
      ...{ malformedSteps: 0, turnScores: task.turns.map(() => (right(task) ? 1 : 0)) },
      episode: `${snapshot.seed}/${suite.name}/${task.key}`,
    })),
  }
}

/** A small run that was evaluated on its own suite and on the other one. Answers its number. */
export async function measuredRun(name: string, inside: Right, outside: Right, point: Point = 'final') {
  await queueSmallRun({ name })
  const claim = await claimNext()
  const [other] = claim.snapshot.outOfDistribution
  if (!other) throw new Error('the small launch evaluates no other suite')
  const told = [
    await evaluation(claim, claim.snapshot.suite, point, inside),
    await evaluation(claim, other, point, outside),
  ]
  const events = await packEvents(told)
  await recordBatch({ run: claim.runId, epoch: claim.epoch, source: 'test', sequence: 0, at: 0, events })
  return claim.runId
}
