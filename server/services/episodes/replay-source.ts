import { z } from 'zod'
import { AppError } from '@/server/app-error'
import type { ToolContext } from '@/server/core/environments/domain'
import { type GroundTruth, SharedGroundTruth } from '@/server/core/episodes/ground-truth'
import { type AugmentationSet, augmentationSetSchema } from '@/server/core/hints/rule'
import { type PreparedTask, prepareTask } from '@/server/core/tasks/prepare-task'
import type { Suite, Task } from '@/server/core/tasks/task'
import { findReplayRun, findTaskPlace } from '@/server/db/replay-run'
import { runDay } from '@/server/db/run-day'
import { loadSuite } from '@/server/db/suites'
import { trainableDomains } from '@/server/environments/environments'

const recordedSuite = z.object({ hash: z.string(), environment: z.string().optional() })
export type RecordedSuite = z.infer<typeof recordedSuite>

/** Of a snapshot only what replays need: other trainers' snapshots have other members. */
const recordedSetting = z.object({
  augmentation: augmentationSetSchema.nullable().default(null),
  evaluationHash: z.string().nullable().default(null),
  trainingHash: z.string().nullable().default(null),
  suite: recordedSuite.optional(),
  outOfDistribution: z.array(recordedSuite).default([]),
  suites: z.array(recordedSuite).default([]),
})

const unknownSetting = recordedSetting.parse({})

export interface PlayableTask {
  readonly task: PreparedTask
  readonly groundTruth: GroundTruth
  readonly context: ToolContext
}

/** Worlds of so many tasks are kept; a run's episodes of a task come close together. */
const mostTasks = 256

/** The task is played and judged by a benchmark's rules, not turn by turn. */
export class OwnRules extends AppError {
  constructor(
    readonly task: Task,
    suite: string,
  ) {
    super('BAD_INPUT', `The tasks of "${suite}" have rules of their own: they cannot be replayed.`)
  }
}

/** Everything in which a run's episodes were played: their tasks, its hints, its day. */
export class ReplaySource {
  private readonly tasks = new Map<string, PlayableTask>()
  private readonly suites = new Map<string, Promise<Suite>>()

  private constructor(
    readonly context: ToolContext,
    readonly augmentation: AugmentationSet | null,
    /** Hashes of the environment's source when the run was launched; null: not known. */
    readonly hashes: { readonly evaluation: string | null; readonly training: string | null },
    /** The suites of training first, with the hashes of the user's own environments that they were played in. */
    readonly recordedSuites: readonly RecordedSuite[],
  ) {}

  /** Throws NOT_FOUND when there is no such run. */
  static async ofRun(runId: number): Promise<ReplaySource> {
    const run = await findReplayRun(runId)
    if (!run) throw new AppError('NOT_FOUND', `There is no run #${runId}.`, 'run')
    const parsed = recordedSetting.safeParse(run.snapshot)
    const known = parsed.data ?? unknownSetting
    const hashes = { evaluation: known.evaluationHash, training: known.trainingHash }
    const suites = [...(known.suite ? [known.suite] : []), ...known.outOfDistribution, ...known.suites]
    return new ReplaySource({ today: await runDay(runId) }, known.augmentation, hashes, suites)
  }

  /**
   * Throws `OwnRules` where it cannot be replayed.
   * @param context the day for the task's tools; by default the run's
   */
  async task(taskId: number, context: ToolContext = this.context): Promise<PlayableTask> {
    const { year, month, day } = context.today
    const name = `${taskId} ${year}-${month}-${day}`
    const known = this.tasks.get(name)
    if (known) return known
    const { key, suite: hash } = await findTaskPlace(taskId)
    const suite = await this.suite(hash)
    const found = suite.tasks.find((task) => task.key === key)
    if (!found) throw new AppError('NOT_FOUND', `The suite "${suite.name}" has no task "${key}".`, 'task')
    if (found.benchmark) throw new OwnRules(found, suite.name)
    const task = prepareTask(found, suite, trainableDomains())
    const playable = { task, groundTruth: new SharedGroundTruth(task, context), context }
    if (this.tasks.size >= mostTasks) this.tasks.clear()
    this.tasks.set(name, playable)
    return playable
  }

  private suite(hash: string): Promise<Suite> {
    const known = this.suites.get(hash) ?? loadSuite(hash)
    this.suites.set(hash, known)
    return known
  }
}
