import { aceModes } from './ace-benchmark'
import { aceSuiteName } from './ace-suite'
import { memoryBackends } from './memory-benchmark'
import { memorySuiteName } from './memory-suite'
import { webSuiteName, webVariants } from './web-benchmark'

const names: ReadonlySet<string> = new Set([
  ...aceModes.map(aceSuiteName),
  ...memoryBackends.map(memorySuiteName),
  ...webVariants.map(webSuiteName),
])

/**
 * Whether a suite's tasks are played and judged by a benchmark's own rules, not turn by turn. A trainer's evaluation
 * cannot play such a suite.
 */
export const hasOwnRules = (suite: string): boolean => names.has(suite)
