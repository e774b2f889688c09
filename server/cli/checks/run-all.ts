import { step } from '@/server/cli/bootstrap/progress.mjs'
import { type Check, describeTally, type Outcome } from './check'

/** One after the other, also after a failed one; what they have to show goes to stderr. */
export async function runAll(checks: readonly Check[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const check of checks) outcomes.push(await run(check))
  return outcomes
}

async function run(check: Check): Promise<Outcome> {
  const outcome = await step(
    check.name,
    () => check.run(),
    describeTally,
    ({ failed }) => failed === 0,
  )
  if (outcome.output !== '') process.stderr.write(`\n── ${check.name} ──\n${outcome.output.trim()}\n\n`)
  return outcome
}
