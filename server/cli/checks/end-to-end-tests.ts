import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Check, Outcome } from './check'
import { runNode } from './run-program'

const reportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

/**
 * People's journeys in a real browser, against a production build with a database of its own; with a Python that has
 * Ray and TRL, those that train a language model.
 */
export function endToEndTests(findBrowser: () => Promise<string>, python?: string): Check {
  return {
    name: python === undefined ? 'end-to-end tests' : 'end-to-end tests with Ray and TRL',
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'envtune-playwright-'))
      try {
        return await runPlaywright(await findBrowser(), join(folder, 'report.json'), python)
      } catch (error) {
        return { passed: 0, failed: 1, skipped: 0, output: error instanceof Error ? error.message : String(error) }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

async function runPlaywright(browser: string, report: string, python?: string): Promise<Outcome> {
  const env = {
    ...{ CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report, FORCE_COLOR: '0' },
    ...(python === undefined ? {} : { ENVTUNE_RAY_PYTHON: python }),
  }
  const args = ['test', '--reporter=list,json', ...(python === undefined ? [] : ['--project=trainer'])]
  const { status, output } = await runNode('@playwright/test/cli.js', args, env)
  const stats = readStats(report)
  const failed = Math.max(stats?.unexpected ?? 0, status === 0 ? 0 : 1)
  const flaky = stats?.flaky ?? 0
  const passed = (stats?.expected ?? 0) + flaky
  return { passed, failed, skipped: stats?.skipped ?? 0, output: failed + flaky > 0 ? output : '' }
}

function readStats(path: string): z.infer<typeof reportSchema>['stats'] | null {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).stats
  } catch {
    return null
  }
}
