import type { MetricNames } from '../names'

export const primeNames: MetricNames = {
  'train/{env}/reward/mean': { title: 'Training reward, {env}', unit: 'value', chart: 'reward', role: 'reward' },
  'train/{env}/reward/{part}': {
    title: 'Training reward, {env}, {part}',
    unit: 'value',
    chart: 'reward',
    secondary: true,
  },
  'eval/{env}/reward/mean': { title: 'Validation reward, {env}', unit: 'value', chart: 'reward', validation: true },
  'eval/{env}/reward/{part}': {
    title: 'Validation reward, {env}, {part}',
    unit: 'value',
    chart: 'reward',
    validation: true,
    secondary: true,
  },
  'train/{env}/num_turns/mean': { title: 'Turns, {env}', unit: 'count', chart: 'length' },
  'eval/{env}/num_turns/mean': {
    title: 'Turns in validation, {env}',
    unit: 'count',
    chart: 'length',
    validation: true,
  },
  solved_none: { title: 'Groups where all failed', unit: 'share', chart: 'groups' },
  solved_all: { title: 'Groups where all succeeded', unit: 'share', chart: 'groups' },
  solved_some: { title: 'Mixed groups', unit: 'share', chart: 'groups', measures: 'mixed-groups' },
  'is_truncated/mean': {
    title: 'Responses cut off at the limit',
    unit: 'share',
    chart: 'truncation',
    measures: 'truncation',
  },
  'entropy/all/mean': { title: 'Policy entropy', unit: 'nats', chart: 'entropy' },
  'entropy/all/{part}': { title: 'Policy entropy, {part}', unit: 'nats', chart: 'entropy', secondary: true },
  'mismatch_kl/all/mean': { title: 'KL between sampler and trainer', unit: 'nats', chart: 'kl' },
  'mismatch_kl/all/{part}': {
    title: 'KL between sampler and trainer, {part}',
    unit: 'nats',
    chart: 'kl',
    secondary: true,
  },
  'optim/grad_norm': { title: 'Gradient norm', unit: 'norm', chart: 'gradient' },
  'optim/lr': { title: 'Learning rate', unit: 'value', chart: 'learning' },
  'perf/mfu': { title: 'Model FLOPs utilisation', unit: 'value', chart: 'utilisation' },
  'perf/{part}': { title: 'Performance, {part}', unit: 'rate', chart: 'speed', secondary: true },
  'time/{part}': { title: 'Time, {part}', unit: 'seconds', chart: 'time' },
}
