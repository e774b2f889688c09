import type { EvaluationSnapshot } from '@/server/core/chat/evaluation-snapshot'
import type { EpisodeIdentity } from '@/server/core/episodes/record'
import { prepareTask } from '@/server/core/tasks/prepare-task'
import type { Suite, Task } from '@/server/core/tasks/task'
import type { EvaluationClaim } from '@/server/db/evaluation-jobs'
import type { OpenPlay } from '@/server/db/evaluation-plays'
import { runDay } from '@/server/db/run-day'
import { loadSuite } from '@/server/db/suites'
import type { OpenEndpoint } from '@/server/endpoints/open-endpoint'
import { trainableDomains } from '@/server/environments/environments'
import { openStoredEndpoint } from '@/server/services/endpoints/open-stored-endpoint'
import { acePlay } from './ace-play'
import { memoryPlay } from './memory-play'
import { ScenarioMemories } from './scenario-memories'
import type { TaskPlay } from './task-play'
import { turnPlay } from './turn-play'

/** Everything that an evaluation is played with: its endpoints, its suites, its day. */
export class PlayTable {
  private constructor(
    readonly endpoint: OpenEndpoint,
    private readonly simulator: OpenEndpoint | null,
    private readonly memories: ScenarioMemories,
    private readonly suites: ReadonlyMap<number, Suite>,
    private readonly today: Awaited<ReturnType<typeof runDay>>,
    private readonly seed: number,
  ) {}

  static async open({ runId, snapshot }: EvaluationClaim): Promise<PlayTable> {
    const { endpoint, simulator, seed } = snapshot
    const player = await openStoredEndpoint(endpoint.id, endpoint.settings)
    const user = simulator && (await openStoredEndpoint(simulator.id, simulator.settings))
    return new PlayTable(
      player,
      user,
      new ScenarioMemories(runId),
      await loadSuites(snapshot),
      await runDay(runId),
      seed,
    )
  }

  /** A play, before its first step. Throws when its suite cannot be played. */
  begin(open: OpenPlay): TaskPlay {
    const { suite, task } = this.find(open)
    const identity = identityOf(suite, open)
    const { endpoint, today, seed } = this
    const model = endpoint.model(seed + open.repeat)
    if (task.benchmark?.kind === 'acebench')
      return acePlay({ task, suite, identity, model, simulator: this.simulator?.model(seed + open.repeat) ?? null })
    if (task.benchmark?.kind === 'bfcl-memory')
      return memoryPlay({ task, suite, identity, format: endpoint.settings.format, model, memories: this.memories })
    const prepared = prepareTask(task, suite, trainableDomains())
    return turnPlay({ task: prepared, identity, context: { today }, format: endpoint.settings.format, model })
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

const identityOf = (suite: Suite, { key, repeat, tries }: OpenPlay): EpisodeIdentity => ({
  id: `${suite.name}/${key}/${repeat}/${tries}`,
  ...{ kind: 'episode', partition: 'test', stage: null, trainingStep: 0, suite: suite.name, task: key },
  ...{ group: null, rollout: repeat, prefix: null },
})
