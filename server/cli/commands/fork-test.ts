import { AppError } from '@/server/app-error'
import { type ForkTestOptions, forkTestOptions } from '@/server/cli/fork-test/fork-test-options'
import { forkTestReport, forkTestText } from '@/server/cli/fork-test/fork-test-report'
import { watchForkTest } from '@/server/cli/fork-test/watch-fork-test'
import { findEndpointByName } from '@/server/db/endpoints'
import { withDatabase } from '@/server/processes/with-database'
import { withWorker } from '@/server/processes/with-worker'
import { launchForkTest } from '@/server/services/fork-tests/launch-fork-test'
import { resumeForkTest } from '@/server/services/fork-tests/resume-fork-test'

export { usage } from '@/server/cli/fork-test/fork-test-options'

const actor = 'command line'

/**
 * Begins a fork test, or goes on with one, and shows its progress until it has ended; with `--json` the last line on
 * stdout is the outcome as JSON. Answers 1 when something stayed open. Interrupted, it can be resumed.
 */
export async function command(args: string[]): Promise<number> {
  const { what, json } = forkTestOptions(args)
  return withDatabase(async () => {
    const id = typeof what === 'number' ? await goOn(what) : await begin(what)
    return withWorker(async () => {
      const test = await watchForkTest(id)
      process.stdout.write(`${json ? JSON.stringify(forkTestReport(test)) : forkTestText(test)}\n`)
      return test.status === 'finished' ? 0 : 1
    })
  })
}

async function goOn(id: number): Promise<number> {
  await resumeForkTest(id, actor)
  return id
}

async function begin({ input, endpoint: name }: Exclude<ForkTestOptions['what'], number>): Promise<number> {
  const endpoint = name === undefined ? null : await findEndpointByName(name)
  if (name !== undefined && !endpoint)
    throw new AppError('NOT_FOUND', `There is no endpoint "${name}". Add it on the Evaluations page.`, 'endpoint')
  const { id } = await launchForkTest({ ...input, endpoint: endpoint?.id ?? null }, actor)
  process.stderr.write(`Fork test ${id}: /hints/fork-tests/${id}; goes on with --resume ${id}\n`)
  return id
}
