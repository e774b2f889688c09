/** Metric values of one step: name → value. NaN and infinities are kept. */
export type MetricValues = Readonly<Record<string, number>>

export interface MetricDefinition {
  readonly title: string
  /** `value`: a number without a unit and without bounds, as a reward that somebody else defined. */
  readonly unit: 'share' | 'count' | 'nats' | 'norm' | 'seconds' | 'rate' | 'tokens' | 'value'
  /** Which chart of the run page shows it. */
  readonly chart:
    | 'reward'
    | 'turns'
    | 'accuracy'
    | 'gradient'
    | 'kl'
    | 'entropy'
    | 'clip'
    | 'length'
    | 'tokens'
    | 'truncation'
    | 'tools'
    | 'errors'
    | 'groups'
    | 'hints'
    | 'loss'
    | 'advantage'
    | 'learning'
    | 'staleness'
    | 'speed'
    | 'time'
    | 'utilisation'
  /** What the runs table shows of it: the run's training reward, its validation accuracy. */
  readonly role?: 'reward' | 'accuracy'
  /** What the health rules read it as (server/core/health). */
  readonly measures?: 'reference-kl' | 'flat-groups' | 'mixed-groups' | 'truncation' | 'progress' | 'solved'
  /** Measured on validation tasks: drawn dashed beside training. */
  readonly validation?: true
  /** Understood, but not drawn unless somebody asks for it: extremes and spreads of what is drawn. */
  readonly secondary?: true
}

/** Pattern → meaning; `{x}` stands for some text, which takes the place of `{x}` in the title. */
export type MetricNames = Readonly<Record<string, MetricDefinition>>

/** Names that our own trainer writes. `{split}` stands for a split, `{turn}` for a turn index from 0. */
export const metricDefinitions: MetricNames = {
  'reward/mean': { title: 'Training reward', unit: 'share', chart: 'reward', role: 'reward' },
  'reward/{split}': { title: 'Training reward, {split}', unit: 'share', chart: 'reward' },
  'turn_reward/{turn}': { title: 'Turn reward, turn {turn}', unit: 'share', chart: 'turns' },
  'validation/reward': {
    title: 'Validation reward (the gate reads this)',
    unit: 'share',
    chart: 'reward',
    validation: true,
  },
  'validation/accuracy': {
    validation: true,
    title: 'Validation task accuracy',
    unit: 'share',
    chart: 'accuracy',
    role: 'accuracy',
  },
  'validation/turn': { validation: true, title: 'Validation turn accuracy', unit: 'share', chart: 'accuracy' },
  'validation/{split}/turn': {
    validation: true,
    title: 'Validation turn accuracy, {split}',
    unit: 'share',
    chart: 'accuracy',
  },
  'validation_augmented/reward': {
    validation: true,
    title: 'Validation reward with hints',
    unit: 'share',
    chart: 'reward',
  },
  'supervised/loss': { title: 'Negative log-likelihood of the reference decisions', unit: 'nats', chart: 'loss' },
  gradient_norm: { title: 'Gradient norm', unit: 'norm', chart: 'gradient' },
  kl: { title: 'KL to the stage’s reference policy', unit: 'nats', chart: 'kl', measures: 'reference-kl' },
  entropy: { title: 'Policy entropy', unit: 'nats', chart: 'entropy' },
  clip_fraction: { title: 'Clipped ratios', unit: 'share', chart: 'clip' },
  'episode/steps': { title: 'Steps per episode', unit: 'count', chart: 'length' },
  'episode/turns': { title: 'Turns per episode', unit: 'count', chart: 'length' },
  format_error_rate: { title: 'Malformed steps', unit: 'share', chart: 'errors' },
  tool_error_rate: { title: 'Failing calls', unit: 'share', chart: 'errors' },
  'groups/all_zero': { title: 'Groups where all failed', unit: 'share', chart: 'groups' },
  'groups/all_one': { title: 'Groups where all succeeded', unit: 'share', chart: 'groups' },
  'groups/mixed': { title: 'Mixed groups', unit: 'share', chart: 'groups', measures: 'mixed-groups' },
  'hints/shown': { title: 'Hints shown', unit: 'count', chart: 'hints' },
  'hints/recovered': { title: 'Hints followed by recovery', unit: 'count', chart: 'hints' },
  steps_per_second: { title: 'Environment steps per second', unit: 'rate', chart: 'speed' },
}
