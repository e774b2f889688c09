import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addTallies, type Check, type Outcome } from './check'
import { afterReplay, type JourneyReport, readJourneyReport, unfinishedFiles } from './journey-report'
import { type Finished, runNode } from './run-program'

/** More failing files than these are no accident. */
const mostReplayed = 3

/**
 * People's journeys in a real browser, against a production build with a database of its own; with a Python that has
 * Ray and TRL, those that train a language model. Files with a failing journey are played once more, on a new instance:
 * what passes then has passed, and all that was said is shown.
 */
export function endToEndTests(findBrowser: () => Promise<string>, python?: string): Check {
  return {
    name: python === undefined ? 'end-to-end tests' : 'end-to-end tests with Ray and TRL',
    run: async () => {
      try {
        const browser = await findBrowser()
        return python === undefined ? await playJourneys(browser) : await playWithTrainer(browser, python)
      } catch (error) {
        return { passed: 0, failed: 1, skipped: 0, output: error instanceof Error ? error.message : String(error) }
      }
    },
  }
}

interface Play extends Finished {
  readonly report: JourneyReport
}

async function playJourneys(browser: string): Promise<Outcome> {
  const first = await play({ CHROMIUM_PATH: browser })
  const files = unfinishedFiles(first.report)
  if (first.status === 0 || files.length === 0 || files.length > mostReplayed) return outcomeOf(first)
  const again = await play({ CHROMIUM_PATH: browser }, ...files, '--trace=retain-on-failure')
  const report = afterReplay(first.report, again.report, files)
  const output = `${first.output}\nPlayed again, on a new instance: ${files.join(', ')}\n${again.output}`
  return { ...outcomeOf({ ...again, report }), output }
}

/** No second time: it would not fit into the time that there is. */
const playWithTrainer = async (browser: string, python: string): Promise<Outcome> =>
  outcomeOf(await play({ CHROMIUM_PATH: browser, ENVTUNE_RAY_PYTHON: python }, '--project=trainer'))

async function play(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Play> {
  const folder = mkdtempSync(join(tmpdir(), 'envtune-playwright-'))
  const report = join(folder, 'report.json')
  try {
    const finished = await runNode('@playwright/test/cli.js', ['test', '--reporter=list,json', ...args], {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      FORCE_COLOR: '0',
    })
    return { ...finished, report: readReport(report) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Without tests when none was played: the set-up failed. */
function readReport(path: string): JourneyReport {
  try {
    return readJourneyReport(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return new Map()
  }
}

/** A play that fails without a failing test is one failure. */
function outcomeOf({ report, status, output }: Play): Outcome {
  const { passed, failed, skipped } = addTallies([...report.values()])
  return { passed, failed: Math.max(failed, status === 0 ? 0 : 1), skipped, output: status === 0 ? '' : output }
}
