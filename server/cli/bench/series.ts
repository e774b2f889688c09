import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@/server/app-error'
import { Rng } from '@/server/core/rng'
import { db } from '@/server/db/client'
import { type RunningEnvtune, startRunningEnvtune } from '@/server/processes/running-envtune'
import { type Latencies, latencies, timed } from './latencies'
import { seedSizeOf, withSeededDatabase } from './seed'
import { chartDrawnMs } from './series/chart-drawn'
import { longRunPoints, seriesNames } from './series/seed-runs'

/** How it is called. */
export const usage = 'Use: series [--runs 500] [--points 50000000] [--json]'

const requests = 200
const comparisons = 20
/** What one comparison shows. */
const compared = { runs: 200, names: 5 }

/**
 * How fast a running Envtune answers for series, over HTTP, on a database of made-up runs: whole and zoomed, of the
 * run with one series of a million points, of the one with a hundred, and of others; and five series of 200 runs at
 * once, whole and zoomed. Everything is asked twice: what is asked for the first time is `cold`.
 */
export async function command(args: string[]): Promise<number> {
  const json = args.includes('--json')
  const size = seedSizeOf(args.filter((arg) => arg !== '--json'))
  await withSeededDatabase(size, async (databaseUrl) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'envtune-bench-'))
    const envtune = await startRunningEnvtune({ dataFolder, databaseUrl })
    try {
      const result = await measure(envtune)
      const { series, compare, cold } = result
      process.stdout.write(
        `series of a run     ${inWords(series)}; asked for the first time: ${inWords(cold.series)}\n`,
      )
      process.stdout.write(
        `comparison          ${inWords(compare)}; asked for the first time: ${inWords(cold.compare)}\n`,
      )
      process.stdout.write(`first chart drawn   ${result.chartDrawnMs} ms\n`)
      if (json) process.stdout.write(`${JSON.stringify(result)}\n`)
    } finally {
      await envtune.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    }
  })
  return 0
}

const inWords = ({ p50Ms, p95Ms }: Latencies): string => `p50 ${p50Ms} ms, p95 ${p95Ms} ms`

interface BenchRun {
  readonly id: number
  readonly trainingStep: number
}

async function measure({ url }: RunningEnvtune) {
  const runs = await db().run.findMany({ orderBy: { id: 'asc' }, select: { id: true, trainingStep: true } })
  const rng = Rng.seeded(0, 'series benchmark')
  const views = seriesOf(runs, rng)
  const sideBySide = comparisonsOf(runs, rng)
  const seriesFirst = await askAll(url, 'runs.series', views)
  const compareFirst = await askAll(url, 'compare.series', sideBySide)
  const longest = runs.find(({ trainingStep }) => trainingStep === longRunPoints)
  if (!longest) throw new Error('the database has no run with a long series')
  return {
    series: await askAll(url, 'runs.series', views),
    compare: await askAll(url, 'compare.series', sideBySide),
    cold: { series: seriesFirst, compare: compareFirst },
    chartDrawnMs: await chartDrawnMs(`${url}/runs/${longest.id}`),
  }
}

/** Views of the long run, the broad run and some other in turn. */
function seriesOf(runs: readonly BenchRun[], rng: Rng): unknown[] {
  return Array.from({ length: requests }, (_, index) => {
    const run = runs[index % 3 < 2 ? index % 3 : 2 + rng.int(runs.length - 2)]
    if (!run) throw new Error('the database has too few runs')
    return { run: run.id, ...zoom(rng, index, run.trainingStep), ...(index % 2 ? { names: some(rng) } : {}) }
  })
}

/** Comparisons of runs that are drawn by chance; every second one shows a part of their steps. */
function comparisonsOf(runs: readonly BenchRun[], rng: Rng): unknown[] {
  return Array.from({ length: comparisons }, (_, index) => {
    const ids = rng.shuffle(runs.slice(2)).slice(0, compared.runs - 2)
    // the two with a million points are always among them
    const chosen = [...runs.slice(0, 2), ...ids]
    return {
      runs: chosen.map(({ id }) => id),
      names: rng.shuffle(seriesNames).slice(0, compared.names),
      ...(index % 2 ? zoom(rng, 1, chosen.at(-1)?.trainingStep ?? 1) : {}),
    }
  })
}

async function askAll(url: string, procedure: string, inputs: readonly unknown[]): Promise<Latencies> {
  const measured: number[] = []
  for (const input of inputs) measured.push(await timed(() => ask(url, procedure, input)))
  return latencies(measured)
}

/** Every fourth view shows everything, the others a range of any size. */
function zoom(rng: Rng, index: number, last: number) {
  if (index % 4 === 0) return {}
  const width = Math.max(10, Math.floor(last * 10 ** (-4 * rng.next())))
  const after = rng.int(Math.max(1, last - width))
  return { after, until: after + width }
}

const some = (rng: Rng): string[] => Array.from({ length: 5 }, () => seriesNames[rng.int(20)] ?? '')

/** One query over the API, read to its end. */
async function ask(url: string, procedure: string, input: unknown): Promise<void> {
  const query = encodeURIComponent(JSON.stringify({ json: input }))
  const response = await fetch(`${url}/api/trpc/${procedure}?input=${query}`)
  const text = await response.text()
  if (!response.ok) throw new AppError('UNAVAILABLE', `${procedure} answered ${response.status}: ${text.slice(0, 300)}`)
}
