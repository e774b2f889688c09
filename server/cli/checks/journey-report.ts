import { z } from 'zod'
import { addTallies, type Tally } from './check'

interface Suite {
  readonly specs: readonly { readonly file: string; readonly tests: readonly { readonly status: string }[] }[]
  readonly suites?: readonly Suite[] | undefined
}

const suiteSchema: z.ZodType<Suite> = z.object({
  specs: z.array(z.object({ file: z.string(), tests: z.array(z.object({ status: z.string() })) })),
  suites: z.lazy(() => z.array(suiteSchema)).optional(),
})

const reportSchema = z.object({ suites: z.array(suiteSchema) })

/** How the tests of each file ended. */
export type JourneyReport = ReadonlyMap<string, Tally>

/** Reads Playwright's JSON report; throws ZodError when it is something else. */
export function readJourneyReport(report: unknown): JourneyReport {
  const files = new Map<string, Tally>()
  const visit = ({ specs, suites }: Suite): void => {
    for (const { file, tests } of specs) {
      const tallies = tests.map(({ status }) => tallyOf(status))
      files.set(file, addTallies([files.get(file) ?? { passed: 0, failed: 0, skipped: 0 }, ...tallies]))
    }
    for (const suite of suites ?? []) visit(suite)
  }
  for (const suite of reportSchema.parse(report).suites) visit(suite)
  return files
}

/** Files with a test that failed, or that did not run because another one had. */
export const unfinishedFiles = (report: JourneyReport): string[] =>
  [...report].filter(([, { failed, skipped }]) => failed + skipped > 0).map(([file]) => file)

/** What holds after some files were played again: of these the later outcome alone. */
export const afterReplay = (first: JourneyReport, again: JourneyReport, files: readonly string[]): JourneyReport =>
  new Map([...first].map(([file, tally]) => [file, files.includes(file) ? (again.get(file) ?? tally) : tally]))

const tallyOf = (status: string): Tally => ({
  passed: status === 'expected' || status === 'flaky' ? 1 : 0,
  failed: status === 'unexpected' ? 1 : 0,
  skipped: status === 'skipped' ? 1 : 0,
})
