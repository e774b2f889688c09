import type { MetricNames } from '../names'

/** slime, and miles, which follows it. */
export const slimeNames: MetricNames = {
  'rollout/raw_reward': { title: 'Training reward', unit: 'value', chart: 'reward', role: 'reward' },
  'rollout/response_len/mean': { title: 'Response length', unit: 'tokens', chart: 'tokens' },
  'rollout/response_len/{part}': {
    title: 'Response length, {part}',
    unit: 'tokens',
    chart: 'tokens',
    secondary: true,
  },
  'rollout/truncated_ratio': {
    title: 'Responses cut off at the limit',
    unit: 'share',
    chart: 'truncation',
    measures: 'truncation',
  },
  'rollout/zero_std/{part}': { title: 'Flat groups, {part}', unit: 'count', chart: 'groups' },
  'train/pg_loss': { title: 'Policy loss', unit: 'value', chart: 'loss' },
  'train/entropy_loss': { title: 'Policy entropy', unit: 'nats', chart: 'entropy' },
  'train/pg_clipfrac': { title: 'Clipped ratios', unit: 'share', chart: 'clip' },
  'train/ppo_kl': { title: 'KL to the policy that sampled', unit: 'nats', chart: 'kl' },
  'train/kl_loss': { title: 'KL to the reference policy', unit: 'nats', chart: 'kl', measures: 'reference-kl' },
  'eval/loss': { title: 'Validation loss', unit: 'value', chart: 'loss', validation: true },
  'eval/{ds}': { title: 'Validation reward, {ds}', unit: 'value', chart: 'reward', validation: true },
  'passrate/{part}': { title: 'Training tasks solved, {part}', unit: 'share', chart: 'accuracy' },
}
