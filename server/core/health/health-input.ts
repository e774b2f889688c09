import type { DescribedMetric } from '@/server/core/metrics/describe-metric'

/** What the rules read. Where each comes from: `inputOfMetric` for series, `inputsOfCounter` for episodes. */
export const healthInputs = [
  ...(['reward', 'reference-kl', 'flat-groups', 'truncation', 'tool-diversity'] as const),
  ...(['progress', 'solved', 'without-calls'] as const),
] as const
export type HealthInput = (typeof healthInputs)[number]

interface MetricInput {
  readonly input: HealthInput
  readonly value: (raw: number) => number
}

const asIs = (raw: number): number => raw

/** Which input a series of a trainer is; null: none. */
export function inputOfMetric(metric: DescribedMetric | null): MetricInput | null {
  if (!metric) return null
  if (metric.role === 'reward') return { input: 'reward', value: asIs }
  if (!metric.measures) return null
  if (metric.measures === 'mixed-groups') return { input: 'flat-groups', value: (mixed) => 1 - mixed }
  return { input: metric.measures, value: asIs }
}
