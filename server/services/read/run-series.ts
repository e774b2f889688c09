import { z } from 'zod'
import { inParts } from '@/server/core/in-parts'
import type { PackedSeries } from '@/server/core/metrics/packed-series'
import { bucketWidths, listSeries, readSeries } from '@/server/db/run-series'
import { pointsShown } from './points-shown'

/** Most raw points a series is drawn with; beyond it buckets stand for their steps. */
export const mostPoints = 2000
/** Most raw points of all series in one answer: more take longer to send than a person waits. */
const mostPointsInAll = 30_000
/** Most buckets a series is drawn with: about one for every two pixels of a wide chart. */
const mostBuckets = 1000
/** So many fine buckets are put together in an answer; a run with more is drawn from the coarse ones. */
const mostFineBuckets = 100_000

/** Series that are read with one query; more are read at the same time. */
const mostAtOnce = 25

export const greatestStep = 2 ** 31 - 1

/** Steps that a point may stand for. */
export const pointWidth = z.union([z.literal(1), z.number().int().min(64).max(greatestStep).multipleOf(64)])

export const runSeriesInput = z.object({
  run: z.number().int().min(1).max(greatestStep),
  /** Absent: all series of the run. */
  names: z.array(z.string().max(300)).max(200).nullish(),
  /** Only points after this step: what a page that has the earlier ones still needs. */
  after: z.number().int().min(-1).max(greatestStep).default(-1),
  until: z.number().int().max(greatestStep).default(greatestStep),
  /** Steps a point shall stand for; absent: the finest with which no series has more points than a chart shows. */
  width: pointWidth.nullish(),
})
type RunSeriesInput = z.input<typeof runSeriesInput>

export interface RunSeries {
  readonly width: number
  readonly series: readonly PackedSeries[]
  /** Greatest step among them; ask for what comes after it next time. */
  readonly last: number
}

/** Series of a run, at the width asked for or at the finest that a chart can show. */
export async function runSeries(input: RunSeriesInput): Promise<RunSeries> {
  const { run, names, after, until, width: asked } = runSeriesInput.parse(input)
  const known = asked ? null : await sizesOf(run, names ?? null)
  const width = asked ?? widthFor(known ?? [], after, until)
  const parts = known
    ? inParts(
        known.map(({ name }) => name),
        mostAtOnce,
      )
    : [names ?? null]
  const read = parts.map((own) => readSeries({ runId: run, names: own, after, until, width }))
  const series = (await Promise.all(read)).flat()
  return { width, series, last: Math.max(after, ...series.map((row) => row.steps.at(-1) ?? -1)) }
}

async function sizesOf(run: number, names: readonly string[] | null) {
  const all = await listSeries(run)
  return names ? all.filter(({ name }) => names.includes(name)) : all
}

function widthFor(sizes: Awaited<ReturnType<typeof sizesOf>>, after: number, until: number): number {
  const counts = sizes.map((series) => pointsShown(series, after, until))
  const longest = Math.max(0, ...counts)
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (longest <= mostPoints && total <= mostPointsInAll) return 1
  const least = total / bucketWidths.fine > mostFineBuckets ? bucketWidths.coarse : bucketWidths.fine
  return least * 2 ** Math.max(0, Math.ceil(Math.log2(longest / least / mostBuckets)))
}
