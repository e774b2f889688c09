import { AppError } from '@/server/app-error'
import { type RunSnapshot, runSnapshotSchema } from '@/server/core/runs/snapshot'
import { db } from '@/server/db/client'
import { type TaskDirectory, type TaskReference, taskDirectory } from '@/server/db/task-directory'

export interface RunSuite {
  readonly id: number
  readonly hash: string
  /** Hash of the user's own environment that it plays in. */
  readonly environment: string | undefined
  readonly tasks: TaskDirectory
}

/** What recording needs to know of a run; fixed for its life. */
export interface RunContext {
  readonly snapshot: RunSnapshot
  /** By suite name. */
  readonly suites: ReadonlyMap<string, RunSuite>
}

const known = new Map<number, RunContext>()
const mostKept = 64

export async function runContext(runId: number): Promise<RunContext> {
  const kept = known.get(runId)
  if (kept) return kept
  const run = await db().run.findUnique({ where: { id: runId }, select: { snapshot: true } })
  if (!run) throw new AppError('NOT_FOUND', `There is no run ${runId}.`, 'run')
  const snapshot = runSnapshotSchema.parse(run.snapshot)
  const suites = new Map(
    await Promise.all(
      [snapshot.suite, ...snapshot.outOfDistribution].map(async ({ name, hash, environment }) => {
        const suite = await db().suite.findUniqueOrThrow({ where: { hash }, select: { id: true } })
        return [name, { id: suite.id, hash, environment, tasks: await taskDirectory(suite.id) }] as const
      }),
    ),
  )
  if (known.size >= mostKept) known.clear()
  const context = { snapshot, suites }
  known.set(runId, context)
  return context
}

export function suiteOf(context: RunContext, name: string): RunSuite {
  const suite = context.suites.get(name)
  if (!suite) throw new AppError('BAD_INPUT', `The run does not use a suite "${name}".`, 'suite')
  return suite
}

export function taskOf(context: RunContext, suite: string, key: string): TaskReference {
  const task = suiteOf(context, suite).tasks.get(key)
  if (!task) throw new AppError('BAD_INPUT', `The suite "${suite}" has no task "${key}".`, 'task')
  return task
}
