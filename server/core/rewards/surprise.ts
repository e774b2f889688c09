import { groupAdvantages } from './advantages'

/**
 * How far each reward stands from its rollout group: `|R − mean| / (std + ε)`, with the population's deviation.
 * @param rewards of the valid rollouts of one group
 * @returns one number a reward; null where there is no other to differ from
 */
export function surprises(rewards: readonly number[]): (number | null)[] {
  if (rewards.length < 2) return rewards.map(() => null)
  return groupAdvantages(rewards).map(Math.abs)
}
