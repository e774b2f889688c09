import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { withDatabase } from '@/server/processes/with-database'
import { type VerifyProgress, verifyRun } from '@/server/services/episodes/verify-run'

/** How it is called. */
export const usage = `Use: verify --run <number> [--json] [--any-environment]
Plays every recorded episode of the run again and compares rewards, checks, states and results with the record.
Answers 1 when an episode differs, or when the environment's source is another than when the run was launched
(--any-environment: only when an episode differs).`

/** Verifies a whole run; the outcome on stdout, the progress on stderr. */
export async function command(args: string[]): Promise<number> {
  const { run, json, anyEnvironment } = optionsOf(args)
  return withDatabase(async () => {
    const result = await followed(run)
    process.stdout.write(json ? `${JSON.stringify({ run, ...result })}\n` : described(run, result))
    return result.different > 0 || (result.environmentChange !== null && !anyEnvironment) ? 1 : 0
  })
}

function optionsOf(args: string[]): { run: number; json: boolean; anyEnvironment: boolean } {
  const { run = '', ...values } = parsed(args)
  if (!/^[1-9]\d{0,8}$/.test(run)) throw new AppError('BAD_INPUT', `--run ${run}: write the run's number.\n${usage}`)
  return { run: Number(run), json: values.json === true, anyEnvironment: values['any-environment'] === true }
}

function parsed(args: string[]) {
  const options = {
    run: { type: 'string' },
    json: { type: 'boolean' },
    'any-environment': { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

async function followed(run: number): Promise<VerifyProgress> {
  const isWatched = process.stderr.isTTY
  let last: VerifyProgress | undefined
  for await (const progress of verifyRun(run)) {
    last = progress
    if (isWatched) process.stderr.write(`\r  ${progress.verified + progress.skipped} of ${progress.total} episodes `)
  }
  if (isWatched) process.stderr.write('\n')
  if (!last) throw new Error('the verification said nothing')
  return last
}

function described(run: number, { verified, skipped, different, examples, ...result }: VerifyProgress): string {
  const speed = Math.round(result.episodesPerSecond)
  const { environmentChange: change } = result
  const lines = [
    `Run ${run}: ${verified} episodes played again in ${result.seconds.toFixed(1)} s (${speed} a second), ${different} differ.`,
    ...(skipped > 0 ? [`${skipped} cannot be: imported, invalid, or of tasks with rules of their own.`] : []),
    ...(change
      ? [
          `The environment has changed since the run was launched: ${change.recorded.slice(0, 12)} is now ${change.present.slice(0, 12)}.`,
        ]
      : []),
    ...examples.map(({ episode, mismatches, first: { turn, step, field, recorded, recomputed } }) => {
      const place = [turn === null ? '' : ` turn ${turn + 1}`, step === null ? '' : ` step ${step + 1}`].join('')
      const more = mismatches > 1 ? `, and ${mismatches - 1} more` : ''
      return `  episode ${episode}${place}: ${field} is recorded as ${short(recorded)}, recomputed as ${short(recomputed)}${more}`
    }),
  ]
  return `${lines.join('\n')}\n`
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
