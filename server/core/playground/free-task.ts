import type { Suite, Task } from '@/server/core/tasks/task'

/** A task in which anything may be called and nothing is judged: one turn without expected calls. */
const freeTurn = (message: string): Task['turns'] => [{ message, releases: [], expected: [] }]

/** Domains as they are without a scenario. */
export const bareTask = (domains: readonly string[]): Task => ({
  ...{ key: 'bare', dialogue: 'bare', split: 'base', partition: 'train' },
  ...{ domains: [...domains], scenario: '{}', withheld: [], turns: freeTurn('') },
})

export interface FreeTask {
  readonly task: Task
  readonly suite: Suite
}

/**
 * The world and the tools of a task that is judged by a benchmark's own rules, to be played freely: its judgement is
 * left out. Such a task may name its tools under another key than its domain's.
 */
export function freeTask({ benchmark, ...task }: Task, suite: Suite): FreeTask {
  const free: Task = { ...task, turns: freeTurn(task.turns[0]?.message ?? ''), withheld: [] }
  if (benchmark?.kind !== 'acebench') return { task: free, suite }
  const [first, ...others] = task.domains
  const docs = {
    ...Object.fromEntries(others.map((name) => [name, []])),
    [first ?? '']: suite.toolDocs[benchmark.tools] ?? [],
  }
  return { task: free, suite: { ...suite, toolDocs: docs } }
}
