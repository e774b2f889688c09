import { type LaunchOptions, launchOptions } from '@/server/cli/launch/launch-options'
import { reportTable } from '@/server/cli/launch/report-table'
import { watchRun } from '@/server/cli/launch/watch-run'
import { withDatabase } from '@/server/processes/with-database'
import { withWorker } from '@/server/processes/with-worker'
import { launchAblation } from '@/server/services/groups/launch-ablation'
import { type LaunchedRun, launchRun } from '@/server/services/runs/launch-run'
import { type RunReport, runReport } from '@/server/services/runs/run-report'
import { importStarterSuites } from '@/server/services/suites/import-starter-suites'

export { usage } from '@/server/cli/launch/launch-options'

/**
 * Launches a run per seed. With `--watch` it shows the progress until they have ended, and then what they reached;
 * with `--json` too, and the last line on stdout is the outcome as JSON. Answers 1 when a watched run did not finish.
 */
export async function command(args: string[]): Promise<number> {
  const options = launchOptions(args)
  return withDatabase(async () => {
    await importStarterSuites()
    const { request, ablation } = options
    const { runs } = ablation
      ? await launchAblation(request, ablation, 'command line')
      : await launchRun(request, 'command line')
    if (ablation) process.stderr.write(`Over seeds: /groups?launch=${request.key}\n`)
    if (!options.watch) return announce(runs)
    return withWorker(() => watchAll(runs, options))
  })
}

function announce(runs: readonly LaunchedRun[]): number {
  for (const { id, name } of runs) process.stdout.write(`Run ${id} (${name}) is queued.\n`)
  process.stderr.write('It is carried out while Envtune runs ("npm start"), or now with --watch.\n')
  return 0
}

async function watchAll(runs: readonly LaunchedRun[], { json }: LaunchOptions): Promise<number> {
  const reports: RunReport[] = []
  for (const { id, name } of runs) {
    process.stderr.write(`Run ${id} (${name})\n`)
    await watchRun(id)
    const report = await runReport(id)
    reports.push(report)
    process.stdout.write(`${reportTable(report)}\n\n`)
  }
  if (json) process.stdout.write(`${JSON.stringify(reports.length === 1 ? reports[0] : { runs: reports })}\n`)
  return reports.every(({ status }) => status === 'finished') ? 0 : 1
}
