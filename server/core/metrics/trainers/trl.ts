import type { MetricNames } from '../names'

/** TRL 1.13's GRPO. With the prefix `eval_` (or `eval/`) the same names are of validation. */
export const trlNames: MetricNames = {
  reward: { title: 'Training reward', unit: 'value', chart: 'reward', role: 'reward' },
  reward_std: { title: 'Spread of the training reward', unit: 'value', chart: 'reward', secondary: true },
  'rewards/{fn}/mean': { title: 'Reward of {fn}', unit: 'value', chart: 'reward' },
  'rewards/{fn}/std': { title: 'Spread of the reward of {fn}', unit: 'value', chart: 'reward', secondary: true },
  frac_reward_zero_std: { title: 'Flat groups', unit: 'share', chart: 'groups', measures: 'flat-groups' },
  loss: { title: 'Loss', unit: 'value', chart: 'loss' },
  train_loss: { title: 'Loss over the whole training', unit: 'value', chart: 'loss', secondary: true },
  'clip_ratio/region_mean': { title: 'Clipped ratios', unit: 'share', chart: 'clip' },
  'clip_ratio/low_mean': { title: 'Clipped ratios, below', unit: 'share', chart: 'clip' },
  'clip_ratio/high_mean': { title: 'Clipped ratios, above', unit: 'share', chart: 'clip' },
  'clip_ratio/{part}': { title: 'Clipped ratios, {part}', unit: 'share', chart: 'clip', secondary: true },
  'completions/mean_length': { title: 'Response length', unit: 'tokens', chart: 'tokens' },
  'completions/clipped_ratio': {
    title: 'Responses cut off at the limit',
    unit: 'share',
    chart: 'truncation',
    measures: 'truncation',
  },
  'completions/{part}': { title: 'Responses, {part}', unit: 'tokens', chart: 'tokens', secondary: true },
  'tools/call_frequency': { title: 'Tool calls a response', unit: 'count', chart: 'tools' },
  'tools/failure_frequency': { title: 'Failing calls', unit: 'share', chart: 'errors' },
  grad_norm: { title: 'Gradient norm', unit: 'norm', chart: 'gradient' },
  learning_rate: { title: 'Learning rate', unit: 'value', chart: 'learning' },
  step_time: { title: 'Time of a training step', unit: 'seconds', chart: 'time' },
  num_tokens: { title: 'Tokens seen', unit: 'tokens', chart: 'tokens', secondary: true },
  epoch: { title: 'Epoch', unit: 'count', chart: 'length', secondary: true },
}
