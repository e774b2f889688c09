import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { checkEnvironment, type EnvironmentReport } from '@/server/services/environments/check-environment'

/** How it is called. */
export const usage = `Use:
  check-environment <folder> [--json]   checks an environment of your own; answers 1 when something is wrong`

/** Problems of one check that a person reads; the rest is often the same. */
const mostShown = 5

/** Checks the folder of an environment and says line by line what holds and what does not. */
export async function command(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args)
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new AppError('BAD_INPUT', usage)
  const report = await checkEnvironment(resolve(folder))
  process.stdout.write(values.json === true ? `${JSON.stringify(report)}\n` : textOf(report))
  return report.ok ? 0 : 1
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function textOf({ checks }: EnvironmentReport): string {
  const lines = checks.flatMap(({ check, problems }) => [
    `${problems.length === 0 ? 'ok   ' : 'WRONG'}  ${check}`,
    ...problems.slice(0, mostShown).map((problem) => `         ${problem}`),
    ...(problems.length > mostShown ? [`         and ${problems.length - mostShown} more, which --json has`] : []),
  ])
  const wrong = checks.filter(({ problems }) => problems.length > 0).length
  const end = wrong === 0 ? `${checks.length} checks, all hold` : `${wrong} of ${checks.length} checks do not hold`
  return `${[...lines, end].join('\n')}\n`
}
