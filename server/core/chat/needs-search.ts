import { webSuiteName, webVariants } from '@/server/core/tasks/web-benchmark'

const names: ReadonlySet<string> = new Set(webVariants.map(webSuiteName))

/** Whether somebody has to answer web search when the suite of this name is played. */
export const needsSearch = (suite: string): boolean => names.has(suite)
