import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { outlineRun } from '@/server/services/compare/outline-run'
import { withBenchDatabase } from './bench-database'
import { longRunPoints, type SeedSize, seedRuns, tidySeeded } from './series/seed-runs'

/** How it is called. */
export const usage = 'Use: seed [--runs 500] [--points 50000000]'

/** Fills the series benchmark's own database; the series benchmark does so itself when it is not there yet. */
export async function command(args: string[]): Promise<number> {
  const size = seedSizeOf(args)
  await withSeededDatabase(size, async () => {})
  return 0
}

/** Does the work on a database that holds made-up runs of this size; each size has its own, which is kept. */
export function withSeededDatabase<T>(size: SeedSize, work: (url: string) => Promise<T>): Promise<T> {
  return withBenchDatabase(`series-${size.runs}-${size.points}`, async (url) => {
    await seedWithProgress(size)
    return work(url)
  })
}

/** A file gets a line at most this often; a terminal has one line that changes. */
const everyMs = 10_000

async function seedWithProgress(size: SeedSize): Promise<void> {
  const begun = performance.now()
  let told = -everyMs
  const hasNew = await seedRuns(size, (made) => {
    const now = performance.now() - begun
    const text = `synthetic runs: ${made} of ${size.runs}, ${Math.round(now / 1000)} s`
    if (process.stderr.isTTY) process.stderr.write(`\r${text}${made === size.runs ? '\n' : ''}`)
    else if (made === size.runs || now - told >= everyMs) {
      told = now
      process.stderr.write(`${text}\n`)
    }
  })
  if ((await outlineRuns()) === 0 && !hasNew) return
  process.stderr.write('vacuuming what was written\n')
  await tidySeeded()
}

/** What a worker does by and by once runs have ended. */
async function outlineRuns(): Promise<number> {
  let outlined = 0
  while (await outlineRun()) outlined += 1
  return outlined
}

/** Reads `--runs` and `--points`. Throws BAD_INPUT. */
export function seedSizeOf(args: string[]): SeedSize {
  const { values } = parseArgs({
    args,
    options: { runs: { type: 'string' }, points: { type: 'string' } },
    allowPositionals: false,
    strict: true,
  })
  const runs = Number(values.runs ?? 500)
  const points = Number(values.points ?? 50_000_000)
  if (!Number.isInteger(runs) || runs < 2) throw new AppError('BAD_INPUT', `--runs is a whole number from 2. ${usage}`)
  if (!Number.isInteger(points) || points < 2 * longRunPoints)
    throw new AppError(
      'BAD_INPUT',
      `--points is a whole number from ${2 * longRunPoints}: two runs have a million. ${usage}`,
    )
  return { runs, points }
}
