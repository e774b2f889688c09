import { type ExpectedValue, expectedValues } from '@/server/core/hints/ground-truth-leak'
import type { Suite } from '@/server/core/tasks/task'
import { listSuites, loadSuite } from '@/server/db/suites'

/** A turn of a stored task that expects calls. */
export interface ExpectedTurn {
  readonly suite: string
  readonly task: string
  readonly turn: number
  readonly domains: readonly string[]
  readonly values: readonly ExpectedValue[]
  /** What the user has said up to here. */
  readonly messages: readonly string[]
}

export interface ExpectedSuite {
  readonly turns: readonly ExpectedTurn[]
  /** What every agent reads of the tools: names, parameters, descriptions. */
  readonly docs: string
}

/** Suites never change, so what was read once stays right. */
const known = new Map<string, Promise<ExpectedSuite>>()
const mostKept = 16

/** The newest version of every stored suite, test tasks included: nothing is worse than a hint that knows those. */
export async function expectedSuites(): Promise<ExpectedSuite[]> {
  return Promise.all((await listSuites()).map(({ hash }) => expectedSuite(hash)))
}

export function expectedSuite(hash: string): Promise<ExpectedSuite> {
  const found = known.get(hash)
  if (found) return found
  if (known.size >= mostKept) known.clear()
  const read = loadSuite(hash).then(suiteTurns)
  known.set(hash, read)
  read.catch(() => known.delete(hash))
  return read
}

const suiteTurns = ({ name, tasks, toolDocs }: Suite): ExpectedSuite => ({
  docs: JSON.stringify(toolDocs),
  turns: tasks.flatMap((task) =>
    task.turns.flatMap(({ expected }, turn) => {
      const values = expectedValues(expected)
      const messages = task.turns.slice(0, turn + 1).map(({ message }) => message)
      return values.length === 0 ? [] : [{ suite: name, task: task.key, turn, domains: task.domains, values, messages }]
    }),
  ),
})
