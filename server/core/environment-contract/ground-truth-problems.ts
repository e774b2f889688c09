import { World } from '@/server/core/environments/world'
import { checkTask } from '@/server/core/episodes/task-checker'
import type { PreparedTask } from '@/server/core/tasks/prepare-task'

const context = { today: { year: 2026, month: 1, day: 1 } }

type Output = string[][][]

/** What an agent outputs that makes exactly the expected calls, one call a step. */
const perfect = (task: PreparedTask): Output => task.turns.map((turn) => turn.expectedText.map((call) => [call]))

const accepted = (task: PreparedTask, output: Output): boolean => checkTask(task, output, context).valid

/** Ground-truth calls that fail when they are played in order. */
export function failingCalls(task: PreparedTask): string[] {
  const world = World.of(task.domains, task.scenario, task.load, context)
  return task.turns
    .flatMap((turn) => turn.expectedText)
    .flatMap((call) => {
      const { error, text } = world.execute(call)
      return error ? [`the expected call ${call} fails: ${text}`] : []
    })
}

/** Says when the benchmark's checker does not accept the ground truth. */
export const refusedTruth = (task: PreparedTask): string[] =>
  accepted(task, perfect(task)) ? [] : ['a run that makes exactly the expected calls is not accepted']

/** Says when the checker accepts a run that calls nothing at all. */
export function acceptedSilence(task: PreparedTask): string[] {
  const silence = task.turns.map(() => [])
  return accepted(task, silence) ? ['a run that calls nothing is accepted'] : []
}

/** Expected calls, and whole turns of them, without which the checker still accepts the run. */
export function superfluousCalls(task: PreparedTask): string[] {
  return task.turns.flatMap(({ expectedText }, turn) => {
    const without = (calls: string[][]) => accepted(task, perfect(task).with(turn, calls))
    const all = expectedText.map((call) => [call])
    const single = expectedText.flatMap((call, position) => {
      return without(all.toSpliced(position, 1)) ? [`turn ${turn + 1} is accepted without ${call}`] : []
    })
    const isWhole = expectedText.length > 1 && without([])
    return isWhole ? [...single, `turn ${turn + 1} is accepted without any of its calls`] : single
  })
}
