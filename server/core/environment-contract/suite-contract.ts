import type { PreparedTask } from '@/server/core/tasks/prepare-task'
import type { Suite } from '@/server/core/tasks/task'
import { type Check, checkOf } from './check'
import { failureText } from './failure-text'
import { acceptedSilence, failingCalls, refusedTruth, superfluousCalls } from './ground-truth-problems'
import { variantProblems } from './variant-problems'

export interface SuiteSubject {
  readonly suite: Suite
  readonly prepared: readonly PreparedTask[]
}

/** A check of every task by itself. */
const taskCheck = (title: string, problemsOf: (task: PreparedTask) => string[]): Check<SuiteSubject> => ({
  title,
  problems: ({ prepared }) =>
    prepared.flatMap((task) => withoutThrowing(() => problemsOf(task)).map((text) => ({ about: task.task.key, text }))),
})

function withoutThrowing(problems: () => string[]): string[] {
  try {
    return problems()
  } catch (error) {
    return [failureText(error)]
  }
}

function partitionProblems({ suite: { kind, tasks } }: SuiteSubject): string[] {
  const found = new Set(tasks.map(({ partition }) => partition))
  if (kind === 'out-of-distribution')
    return found.has('train') || found.has('validation') ? ['an out-of-distribution suite has test tasks only'] : []
  const lacking = (['train', 'validation', 'test'] as const).filter((partition) => !found.has(partition))
  return lacking.map((partition) => `no task is in the partition ${partition}`)
}

/** Everything that holds for a suite that is played turn by turn, ours or somebody else's. */
export const suiteContract: readonly Check<SuiteSubject>[] = [
  checkOf('has tasks in the partitions that its kind needs', partitionProblems),
  taskCheck('has ground truth that runs without an error', failingCalls),
  taskCheck('is accepted with its ground truth', refusedTruth),
  taskCheck('is rejected when nothing is called', acceptedSilence),
  taskCheck('is rejected without any one call of its ground truth', superfluousCalls),
  taskCheck('withholds a tool or a value that the next turn gives, if its split says so', ({ task }) =>
    variantProblems(task),
  ),
]
