import { describe, expect, it } from 'vitest'
import { describeMetric } from '@/server/core/metrics/describe-metric'
import { inputOfMetric } from './health-input'

const inputOf = (name: string) => inputOfMetric(describeMetric(name))

describe('the inputs of the health rules', () => {
  it.each([
    ['reward/mean', 'reward'],
    ['critic/score/mean', 'reward'],
    ['train/wordle/reward/mean', 'reward'],
    ['kl', 'reference-kl'],
    ['actor/kl_loss', 'reference-kl'],
    ['policy/policy_kl', 'reference-kl'],
    ['frac_reward_zero_std', 'flat-groups'],
    ['groups/mixed', 'flat-groups'],
    ['solved_some', 'flat-groups'],
    ['completions/clipped_ratio', 'truncation'],
    ['response_length/clip_ratio', 'truncation'],
    ['is_truncated/mean', 'truncation'],
    ['val-core/base/acc/mean@8', 'solved'],
    ['val-core/base/reward/mean@8', 'progress'],
  ])('%s is %s', (name, input) => {
    expect(inputOf(name)?.input).toBe(input)
  })

  it('are not what only resembles them', () => {
    const others = [
      'actor/ppo_kl',
      'mismatch_kl/all/mean',
      'eval_kl',
      'eval_frac_reward_zero_std',
      'loss',
      'unheard/of',
    ]
    for (const name of others) expect(inputOf(name), name).toBeNull()
  })

  it('read mixed groups as the share of those that are flat', () => {
    expect(inputOf('groups/mixed')?.value(0.75)).toBeCloseTo(0.25)
  })
})
