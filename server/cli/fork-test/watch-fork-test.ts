import { AppError } from '@/server/app-error'
import { findForkTest } from '@/server/db/fork-test-lists'
import { getForkTest } from '@/server/services/fork-tests/get-fork-test'

const lookEveryMs = 300
/** Where lines cannot be rewritten, one appears this often. */
const printEveryMs = 10_000
const ended: readonly string[] = ['finished', 'stopped', 'failed']

/** Shows the progress on stderr until the test has ended; answers how it stands then. */
export async function watchForkTest(id: number, output: NodeJS.WriteStream = process.stderr) {
  for (let printedAt = 0; ; ) {
    const test = await findForkTest(id)
    if (!test) throw new AppError('NOT_FOUND', `There is no fork test ${id}.`)
    const line = `${test.status}: ${test.done + test.skipped} of ${test.total} forks`
    const hasEnded = ended.includes(test.status)
    if (output.isTTY) output.write(`\r\u001b[2K${line}${hasEnded ? '\n' : ''}`)
    else if (hasEnded || Date.now() - printedAt >= printEveryMs) {
      output.write(`${line}\n`)
      printedAt = Date.now()
    }
    if (hasEnded) return getForkTest(id)
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}
