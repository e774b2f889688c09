import type { AgentStep } from '@/server/core/episodes/agent-step'
import type { Episode } from '@/server/core/episodes/episode'
import type { StepResult } from '@/server/core/episodes/step-result'
import { taggedFormat } from '@/server/core/episodes/tagged-format'
import type { Chooser } from '@/server/core/policies/cpu/act'
import { sampling } from '@/server/core/policies/cpu/choosers'
import { stepForms } from '@/server/core/policies/cpu/format-head'
import type { Situation } from '@/server/core/policies/cpu/situation'
import { malformedText } from '@/server/core/policies/cpu/step-text'
import type { Toolboxes } from '@/server/core/policies/cpu/toolbox'
import type { WeightTable } from '@/server/core/policies/cpu/weight-table'
import { firstSituation, type Player, playTurn, viewOf } from '@/server/core/policies/cpu-trainer/play-turn'
import { referenceCall } from '@/server/core/policies/cpu-trainer/reference-call'
import { Rng } from '@/server/core/rng'
import type { ForkPlayer, Seat } from './seat'

interface CpuPolicy {
  readonly toolboxes: Toolboxes
  readonly weights: WeightTable
}

/** The built-in policy at one fork. @param choose how it picks in a repeat */
export function cpuForkPlayer(policy: CpuPolicy, choose: (repeat: number) => Chooser): ForkPlayer {
  let root: Situation | null = null
  return {
    format: taggedFormat,
    sit: (episode, repeat) => {
      const player = { ...policy, choose: choose(repeat) }
      // situations that were reached before keep what was computed there
      root ??= firstSituation(episode, player)
      return new CpuSeat(episode, player, root)
    },
  }
}

/**
 * Draws by probability: every arm of a repeat from the same generator, so that arms which are told the same do the same.
 * @param fork tells forks of a test apart
 */
export const drawnAtFork =
  (weights: WeightTable, temperature: number, seed: number, fork: string) =>
  (repeat: number): Chooser =>
    sampling(weights, Rng.seeded(seed, 'fork', fork, repeat), temperature)

class CpuSeat implements Seat {
  constructor(
    private readonly episode: Episode,
    private readonly player: Player,
    private situation: Situation,
  ) {}

  replay(step: AgentStep): void {
    const result = this.episode.step(step)
    this.situation = this.after(step, result)
    if (result.next !== null) this.situation = this.situation.afterTurn(viewOf(result.next))
  }

  playOn(): Promise<void> {
    playTurn(this.episode, this.situation, this.player)
    return Promise.resolve()
  }

  /** Which clause a recorded call answered is not recorded: it is the one that it would be taken to answer now. */
  private after(step: AgentStep, { calls }: StepResult): Situation {
    const { situation } = this
    if (step.kind === 'malformed') return situation.afterMalformed(formOf(step.text))
    return step.calls.reduce((known, call, index) => {
      const decided = referenceCall(call, known, this.player.weights)
      return decided ? known.afterCall(decided, calls[index]?.text ?? '') : known
    }, situation)
  }
}

/** A malformed message of somebody else is taken for one without tags. */
function formOf(text: string | null): number {
  const form = stepForms.findIndex((each) => each !== 'well-formed' && malformedText[each] === text)
  return form === -1 ? stepForms.indexOf('no-tags') : form
}
