import type { EpisodeRecord } from '@/server/core/episodes/record'
import type { MetricValues } from '@/server/core/metrics/names'
import type { Taken } from '@/server/core/policies/cpu/act'
import type { Decision } from '@/server/core/policies/cpu/decision'
import type { WeightTable } from '@/server/core/policies/cpu/weight-table'
import { type GroupKind, groupKind } from '@/server/core/rewards/advantages'

class Mean {
  private sum = 0
  private count = 0

  add(value: number, weight = 1): void {
    this.sum += value * weight
    this.count += weight
  }

  get value(): number {
    return this.count === 0 ? Number.NaN : this.sum / this.count
  }

  get isEmpty(): boolean {
    return this.count === 0
  }
}

/** What one training step collects: the decisions to learn from, and sums for the step's metrics. */
export class Batch {
  readonly decisions = new Set<Decision>()
  rollouts = 0
  private readonly means = new Map<string, Mean>()
  private readonly counts = new Map<string, number>()

  /** A rollout's decisions earn its advantage; with advantage 0 they are still visited (entropy, divergence). */
  credit(taken: readonly Taken[], advantage: number): void {
    this.rollouts++
    this.teach(taken, advantage)
  }

  /** Credits decisions without counting a rollout. */
  teach(taken: readonly Taken[], advantage: number): void {
    for (const { decision, option } of taken) {
      decision.credits.add(option, advantage)
      this.decisions.add(decision)
    }
  }

  /** How likely the policy is to take the reference decisions, in nats a decision. */
  addLikelihood(taken: readonly Taken[], weights: WeightTable): void {
    for (const { decision, option } of taken) {
      this.mean('supervised/loss').add(-Math.log(decision.probabilities(weights)[option] ?? Number.NaN))
    }
  }

  addGroup(rewards: readonly number[], maximum: number): void {
    const kind = groupKind(rewards, maximum)
    const names: readonly (readonly [string, readonly GroupKind[]])[] = [
      ['groups/all_zero', ['all_zero']],
      ['groups/all_one', ['all_one']],
      ['groups/mixed', ['mixed']],
    ]
    for (const [name, kinds] of names) this.mean(name).add(kinds.includes(kind) ? 1 : 0)
  }

  /** Reward of one rollout as a share of its maximum. */
  addReward(share: number, split: string): void {
    this.mean('reward/mean').add(share)
    this.mean(`reward/${split}`).add(share)
  }

  addRecord(record: EpisodeRecord): void {
    const { counts, turns } = record
    for (const { index, reward } of turns) this.mean(`turn_reward/${index}`).add(reward)
    this.mean('episode/steps').add(counts.steps)
    this.mean('episode/turns').add(counts.turns)
    if (counts.steps > 0) this.mean('format_error_rate').add(counts.formatErrors / counts.steps, counts.steps)
    if (counts.calls > 0) this.mean('tool_error_rate').add(counts.toolErrors / counts.calls, counts.calls)
    this.count('hints/shown', counts.hintsShown)
    this.count('hints/recovered', counts.hintsRecovered)
  }

  metrics(): MetricValues {
    const means = [...this.means].filter(([, mean]) => !mean.isEmpty).map(([name, mean]) => [name, mean.value] as const)
    return Object.fromEntries([...means, ...this.counts])
  }

  private mean(name: string): Mean {
    const known = this.means.get(name)
    if (known) return known
    const mean = new Mean()
    this.means.set(name, mean)
    return mean
  }

  private count(name: string, value: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + value)
  }
}
