import { type ExpectedSuite, expectedSuite as suiteTurns } from '@/server/core/hints/word-leak'
import { listSuites, loadSuite } from '@/server/db/suites'

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
