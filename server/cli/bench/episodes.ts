import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { withBenchDatabase } from './bench-database'
import { measureHugeEpisode } from './episodes/huge-episode'
import { measureLists } from './episodes/measure-lists'
import { seedEpisodes } from './episodes/seed-episodes'

/** How it is called. */
export const usage = 'Use: episodes [--episodes 1000000] [--json]'

/**
 * How fast episodes are found: every filter, three together, orders, far pages and counts, measured at the server's
 * procedures over a million episodes, and how soon an episode of 30,000 steps shows its first screen. The data are
 * made once, marked as synthetic, and kept in a database of their own.
 */
export async function command(args: string[]): Promise<number> {
  const { wanted, json } = optionsOf(args)
  await withBenchDatabase('episodes', async () => {
    await seedWithProgress(wanted)
    const filters = await measureLists((name, { p50Ms, p95Ms }) => {
      process.stderr.write(`${name.padEnd(48)} p50 ${p50Ms} ms, p95 ${p95Ms} ms\n`)
    })
    const hugeEpisode = { firstScreenMs: await measureHugeEpisode() }
    const slowest = Object.entries(filters).reduce((a, b) => (b[1].p95Ms > a[1].p95Ms ? b : a))
    process.stdout.write(`slowest p95      ${slowest[1].p95Ms} ms (${slowest[0]})\n`)
    process.stdout.write(`huge episode     ${hugeEpisode.firstScreenMs} ms to its first screen\n`)
    if (json) process.stdout.write(`${JSON.stringify({ filters, hugeEpisode })}\n`)
  })
  return 0
}

async function seedWithProgress(wanted: number): Promise<void> {
  const begun = performance.now()
  await seedEpisodes(wanted, ({ episodes, runs }) => {
    const seconds = Math.round((performance.now() - begun) / 1000)
    process.stderr.write(`synthetic episodes: ${episodes} of ${wanted} in ${runs} runs, ${seconds} s\n`)
  })
}

function optionsOf(args: string[]): { readonly wanted: number; readonly json: boolean } {
  const { values } = parsed(args)
  const wanted = Number(values.episodes ?? 1_000_000)
  if (!Number.isInteger(wanted) || wanted < 1) throw new AppError('BAD_INPUT', usage)
  return { wanted, json: values.json === true }
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: { episodes: { type: 'string' }, json: { type: 'boolean' } } as const })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}
