import type { EvaluationSnapshot } from '@/server/core/chat/evaluation-snapshot'
import type { EpisodeIdentity } from '@/server/core/episodes/record'
import type { Suite, Task } from '@/server/core/tasks/task'
import type { EvaluationClaim } from '@/server/db/evaluation-jobs'
import type { OpenPlay } from '@/server/db/evaluation-plays'
import { loadSuite } from '@/server/db/suites'
import type { TaskPlay } from './task-play'

/** A task of an evaluation that is to be played. */
export interface SeatedTask {
  readonly task: Task
  readonly suite: Suite
  readonly identity: EpisodeIdentity
  readonly repeat: number
}

/** Who plays an evaluation. */
export interface Seat {
  /** How many plays at a time. */
  readonly concurrency: number
  /** A play, before its first step. Throws when its suite cannot be played. */
  readonly begin: (task: SeatedTask) => TaskPlay
}

/** Everything that an evaluation is played with: who plays, and its suites. */
export class PlayTable {
  private constructor(
    private readonly seat: Seat,
    private readonly suites: ReadonlyMap<number, Suite>,
    private readonly step: number,
  ) {}

  static async open({ snapshot }: EvaluationClaim, seat: Seat): Promise<PlayTable> {
    return new PlayTable(seat, await loadSuites(snapshot), snapshot.checkpoint?.step ?? 0)
  }

  get concurrency(): number {
    return this.seat.concurrency
  }

  /** A play, before its first step. Throws when its suite cannot be played. */
  begin(open: OpenPlay): TaskPlay {
    const { suite, task } = this.find(open)
    return this.seat.begin({ suite, task, identity: identityOf(suite, open, this.step), repeat: open.repeat })
  }

  private find({ suiteId, key }: OpenPlay): { suite: Suite; task: Task } {
    const suite = this.suites.get(suiteId)
    const task = suite?.tasks.find((candidate) => candidate.key === key)
    if (!suite || !task) throw new Error(`the evaluation’s suites have no task ${key}`)
    return { suite, task }
  }
}

async function loadSuites({ suites }: EvaluationSnapshot): Promise<ReadonlyMap<number, Suite>> {
  const loaded = await Promise.all(suites.map(async ({ id, hash }) => [id, await loadSuite(hash)] as const))
  return new Map(loaded)
}

const identityOf = (suite: Suite, { key, repeat, tries }: OpenPlay, trainingStep: number): EpisodeIdentity => ({
  id: `${suite.name}/${key}/${repeat}/${tries}`,
  ...{ kind: 'episode', partition: 'test', stage: null, trainingStep, suite: suite.name, task: key },
  ...{ group: null, rollout: repeat, prefix: null },
})
