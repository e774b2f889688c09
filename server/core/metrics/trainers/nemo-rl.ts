import type { MetricNames } from '../names'

export const nemoNames: MetricNames = {
  'train/reward': { title: 'Training reward', unit: 'value', chart: 'reward', role: 'reward' },
  'train/loss': { title: 'Loss', unit: 'value', chart: 'loss' },
  'train/grad_norm': { title: 'Gradient norm', unit: 'norm', chart: 'gradient' },
  'train/approx_entropy': { title: 'Policy entropy', unit: 'nats', chart: 'entropy' },
  'train/kl_penalty': { title: 'KL to the reference policy', unit: 'nats', chart: 'kl', measures: 'reference-kl' },
  'train/lr': { title: 'Learning rate', unit: 'value', chart: 'learning' },
  'train/baseline_reward/pct_0': { title: 'Groups where all failed', unit: 'share', chart: 'groups' },
  'train/baseline_reward/pct_1': { title: 'Groups where all succeeded', unit: 'share', chart: 'groups' },
  'train/baseline_reward/pct_mixed': {
    title: 'Mixed groups',
    unit: 'share',
    chart: 'groups',
    measures: 'mixed-groups',
  },
  'train/avg_turns_per_sample': { title: 'Turns', unit: 'count', chart: 'length' },
  'train/truncation_rate': {
    title: 'Responses cut off at the limit',
    unit: 'share',
    chart: 'truncation',
    measures: 'truncation',
  },
  'train/invalid_tool_call_rate': { title: 'Failing calls', unit: 'share', chart: 'errors' },
  'train/mean_gen_tokens_per_sample': { title: 'Response length', unit: 'tokens', chart: 'tokens' },
  'validation/pass_{k}': {
    title: 'Validation accuracy (solved in {k} tries)',
    unit: 'share',
    chart: 'accuracy',
    validation: true,
  },
  'validation/avg_length': {
    title: 'Response length in validation',
    unit: 'tokens',
    chart: 'tokens',
    validation: true,
  },
}
