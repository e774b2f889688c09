import { AppError } from '@/server/app-error'
import { type PreparedTask, prepareTask } from '@/server/core/tasks/prepare-task'
import type { Suite, Task } from '@/server/core/tasks/task'
import { loadSuite } from '@/server/db/suites'
import { trainableDomains } from '@/server/environments/environments'

/** A task by its key, or by its place among the tasks of its split (and partition). */
export interface TaskChoice {
  readonly task?: string | undefined
  readonly split?: string | undefined
  readonly partition?: string | undefined
  readonly index?: number | undefined
}

interface OpenSuite {
  readonly suite: Suite
  /** By key: rollouts of a group, and a task's next epoch, find it parsed. */
  readonly prepared: Map<string, PreparedTask>
}

/** Suites are immutable, so what was read once stays right; a suite is some megabytes. */
const known = new Map<string, Promise<OpenSuite>>()
const mostKept = 8

/** The chosen task of the suite with this hash, ready to be played. Throws BAD_INPUT at the field at fault. */
export async function openTask(hash: string, choice: TaskChoice): Promise<PreparedTask> {
  const { suite, prepared } = await keepSuite(hash)
  const task = choose(suite, choice)
  const kept = prepared.get(task.key)
  if (kept) return kept
  if (task.benchmark)
    throw new AppError('BAD_INPUT', `suite: the tasks of "${suite.name}" are not played turn by turn.`, 'suite')
  const fresh = prepareTask(task, suite, trainableDomains())
  prepared.set(task.key, fresh)
  return fresh
}

function keepSuite(hash: string): Promise<OpenSuite> {
  const kept = known.get(hash)
  if (kept) return kept
  if (known.size >= mostKept) known.clear()
  const loading = loadSuite(hash).then((suite): OpenSuite => ({ suite, prepared: new Map() }))
  known.set(hash, loading)
  loading.catch(() => known.delete(hash))
  return loading
}

function choose(suite: Suite, { task: key, split, partition, index }: TaskChoice): Task {
  if (key !== undefined) {
    const task = suite.tasks.find((candidate) => candidate.key === key)
    if (!task) throw new AppError('BAD_INPUT', `task: the suite "${suite.name}" has no task "${key}".`, 'task')
    for (const [name, wanted, own] of [
      ['split', split, task.split] as const,
      ['partition', partition, task.partition] as const,
    ])
      if (wanted !== undefined && wanted !== own)
        throw new AppError('BAD_INPUT', `${name}: the task "${key}" belongs to ${own}, not to ${wanted}.`, name)
    return task
  }
  const matching = suite.tasks.filter(
    (task) => (split ?? task.split) === task.split && (partition ?? task.partition) === task.partition,
  )
  const task = matching[index ?? 0]
  if (!task) {
    const message = `index: the suite "${suite.name}" has ${matching.length} such tasks; ${index ?? 0} is none of them (0 is the first).`
    throw new AppError('BAD_INPUT', message, 'index')
  }
  return task
}
