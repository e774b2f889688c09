import { getEvaluation } from '@/server/services/evaluations/get-evaluation'

const lookEveryMs = 500
/** Where lines cannot be rewritten, one appears this often. */
const printEveryMs = 10_000
const ended: readonly string[] = ['finished', 'stopped', 'failed']

/** Shows the progress on stderr until the evaluation has ended; answers how it stands then. */
export async function watchEvaluation(id: number, output: NodeJS.WriteStream = process.stderr) {
  for (let printedAt = 0; ; ) {
    const evaluation = await getEvaluation(id)
    const { status, doing, done, total, failedRequests } = evaluation
    const failed = failedRequests > 0 ? `, ${failedRequests} requests failed` : ''
    const waitsFor = doing === null || doing === `${done} of ${total}` ? '' : `. ${doing}`
    const line = `${status}: ${done} of ${total} plays${failed}${waitsFor}`
    const hasEnded = ended.includes(status)
    if (output.isTTY) output.write(`\r\u001b[2K${line}${hasEnded ? '\n' : ''}`)
    else if (hasEnded || Date.now() - printedAt >= printEveryMs) {
      output.write(`${line}\n`)
      printedAt = Date.now()
    }
    if (hasEnded) return evaluation
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}
