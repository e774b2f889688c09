import { setImmediate as breathe } from 'node:timers/promises'
import { AppError } from '@/server/app-error'
import { type ChatUsage, noUsage } from '@/server/core/chat/usage'
import { chatForkPlayer } from '@/server/core/fork-tests/chat-seat'
import { cpuForkPlayer, drawnAtFork } from '@/server/core/fork-tests/cpu-seat'
import type { ForkedTurn } from '@/server/core/fork-tests/forked-turn'
import { forkArms } from '@/server/core/fork-tests/plan'
import { playFork } from '@/server/core/fork-tests/play-fork'
import type { ForkPlayer } from '@/server/core/fork-tests/seat'
import { decodeCheckpoint } from '@/server/core/policies/cpu/checkpoint'
import { tableSize } from '@/server/core/policies/cpu/hashing'
import { Toolboxes } from '@/server/core/policies/cpu/toolbox'
import { WeightTable } from '@/server/core/policies/cpu/weight-table'
import { pool } from '@/server/db/client'
import { findCheckpointData } from '@/server/db/fork-checkpoints'
import type { OpenFork } from '@/server/db/fork-results'
import type { ForkTestClaim } from '@/server/db/fork-tests'
import type { MeteredModel } from '@/server/endpoints/open-endpoint'
import { openStoredEndpoint } from '@/server/services/endpoints/open-stored-endpoint'
import { ReplaySource } from '@/server/services/episodes/replay-source'
import { forkPath } from './fork-path'

/** A player for one fork, and what it has taken so far. */
interface Seated {
  readonly player: ForkPlayer
  readonly usage: () => ChatUsage
}

/** Everything that a fork test is played with. */
export class ForkTable {
  private constructor(
    private readonly claim: ForkTestClaim,
    private readonly source: ReplaySource,
    /** How many forks are played at a time. */
    readonly concurrency: number,
    private readonly seat: (fork: OpenFork) => Seated,
  ) {}

  /** Throws when who plays on is not there any more. */
  static async open(claim: ForkTestClaim): Promise<ForkTable> {
    const source = await ReplaySource.ofRun(claim.runId)
    const { player } = claim.plan
    if (player.kind === 'checkpoint')
      return new ForkTable(claim, source, 1, await policySeat(claim, player.temperature))
    if (claim.endpointId === null) throw new AppError('NOT_FOUND', 'Its endpoint was deleted: begin another fork test.')
    const endpoint = await openStoredEndpoint(claim.endpointId, player.settings)
    const { concurrency, format } = endpoint.settings
    return new ForkTable(claim, source, concurrency, () => {
      const models: MeteredModel[] = []
      const chat = chatForkPlayer(format, (repeat) => {
        const model = endpoint.model(claim.plan.seed + repeat)
        models.push(model)
        return model
      })
      return { player: chat, usage: () => models.map(({ usage }) => usage).reduce(sum, noUsage) }
    })
  }

  begin(fork: OpenFork): ForkPlay {
    return new ForkPlay(fork, this.claim, this.source, this.seat(fork))
  }
}

/** One fork being played under every arm. */
export class ForkPlay {
  constructor(
    private readonly fork: OpenFork,
    private readonly claim: ForkTestClaim,
    private readonly source: ReplaySource,
    private readonly seated: Seated,
  ) {}

  usage(): ChatUsage {
    return this.seated.usage()
  }

  /** By arm, by repeat. Throws `ReplayError` when it cannot be played on from, or what the player throws. */
  async play(signal: AbortSignal): Promise<readonly (readonly ForkedTurn[])[]> {
    const { fork, claim, source, seated } = this
    const { path, context } = await forkPath(fork.episodeId)
    const world = { ...(await source.task(fork.taskId, context)), augmentation: source.augmentation }
    const point = { path, step: fork.step, call: fork.call, code: fork.code }
    const arms = forkArms(claim.plan)
    const played = arms.map((): ForkedTurn[] => [])
    for (let repeat = 0; repeat < claim.plan.repeats; repeat++) {
      for (const [index, arm] of arms.entries()) {
        // the built-in policy never waits: leases and other work come in between
        await breathe()
        signal.throwIfAborted()
        played[index]?.push(await playFork(point, world, arm, { player: seated.player, repeat }, signal))
      }
    }
    return played
  }
}

async function policySeat({ checkpointId, plan }: ForkTestClaim, temperature: number) {
  const data = checkpointId === null ? null : await findCheckpointData(pool(), checkpointId)
  if (!data) throw new AppError('NOT_FOUND', 'Its checkpoint is not kept any more: begin another fork test.')
  const weights = new WeightTable(0, decodeCheckpoint(data, tableSize).weights)
  const toolboxes = new Toolboxes()
  return ({ eventId }: OpenFork): Seated => ({
    player: cpuForkPlayer({ toolboxes, weights }, drawnAtFork(weights, temperature, plan.seed, eventId)),
    usage: () => noUsage,
  })
}

const sum = (a: ChatUsage, b: ChatUsage): ChatUsage => ({
  requests: a.requests + b.requests,
  failedRequests: a.failedRequests + b.failedRequests,
  promptTokens: a.promptTokens + b.promptTokens,
  completionTokens: a.completionTokens + b.completionTokens,
  waitedMs: a.waitedMs + b.waitedMs,
})
