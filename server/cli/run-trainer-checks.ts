import { addTallies, type Check, describeTally } from './checks/check'
import { endToEndTests } from './checks/end-to-end-tests'
import { ensureChromium } from './checks/ensure-chromium'
import { runAll } from './checks/run-all'
import { buildCheck } from './checks/static-checks'
import { rayTests } from './checks/vitest-checks'
import { pythonTests, staticPythonChecks } from './trainer-checks/python-checks'
import { PythonUnavailable, pythonEnvironment } from './trainer-checks/python-environment'

const usage = `npm run test:trainer

Checks the Python package of the GPU side, and what needs a real Ray head: lint, types, tests. Its packages are kept
below XDG_CACHE_HOME (by default ~/.cache). The last line is "N passed, N failed, N skipped". Without Python 3.11, or
where packages can neither be reached nor are cached, that is said and counts as skipped.
`

/** All checks that need Python, one after the other: side by side they take no less time on two cores. */
export async function main(args: string[]): Promise<number> {
  if (args.length > 0) {
    process.stdout.write(usage)
    return args[0] === '--help' || args[0] === '-h' ? 0 : 2
  }
  const outcomes = await runAll([environmentCheck])
  if (python !== null) outcomes.push(...(await runAll(checksWith(python))))
  const total = addTallies(outcomes)
  process.stdout.write(`\n${describeTally(total)}\n`)
  return total.failed > 0 ? 1 : 0
}

const checksWith = (command: string): Check[] => [
  ...staticPythonChecks(command),
  pythonTests(command),
  rayTests(command),
  buildCheck,
  endToEndTests(ensureChromium, command),
]

let python: string | null = null

const environmentCheck: Check = {
  name: 'Python packages',
  run: async () => {
    try {
      python = await pythonEnvironment()
      return { passed: 1, failed: 0, skipped: 0, output: '' }
    } catch (error) {
      const output = error instanceof Error ? error.message : String(error)
      if (!(error instanceof PythonUnavailable)) return { passed: 0, failed: 1, skipped: 0, output }
      process.stderr.write(`\nThe trainer is not checked here: ${output.trim()}\n`)
      return { passed: 0, failed: 0, skipped: 1, output: '' }
    }
  },
}
