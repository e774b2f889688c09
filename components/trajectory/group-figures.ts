import { surprises } from '@/server/core/rewards/surprise'

interface Rollout {
  readonly id: string
  readonly reward: number
}

/** What a rollout group's rewards say: their mean and spread, and how far one rollout stands from the others. */
export interface GroupFigures {
  readonly mean: number
  /** The population's standard deviation. */
  readonly deviation: number
  /** Of the rollout that is looked at; null: it is not among them, or alone. */
  readonly surprise: number | null
}

/** Of the valid rollouts of a group, at least one. */
export function groupFigures(rollouts: readonly Rollout[], looked: string): GroupFigures {
  const rewards = rollouts.map(({ reward }) => reward)
  const mean = rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length
  const deviation = Math.sqrt(rewards.reduce((sum, reward) => sum + (reward - mean) ** 2, 0) / rewards.length)
  const place = rollouts.findIndex(({ id }) => id === looked)
  return { mean, deviation, surprise: surprises(rewards)[place] ?? null }
}
