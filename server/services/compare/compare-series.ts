import { z } from 'zod'
import { mostIds } from '@/server/core/groups/id-list'
import { inParts } from '@/server/core/in-parts'
import { lastOfEach, pointsBetween } from '@/server/core/metrics/series-outline'
import {
  type ComparedLine,
  listSeriesSizes,
  readComparedSeries,
  readEpochs,
  type SeriesSize,
} from '@/server/db/compare-series'
import { bucketWidths, wholeFrom } from '@/server/db/run-series'
import { readOutlines, type SeriesOutline } from '@/server/db/series-outlines'
import { pointsShown } from '../read/points-shown'
import { greatestStep, pointWidth } from '../read/run-series'

/** Most points that a line among others is drawn with. */
const mostOfLine = 500
/** Most points of all lines together. */
const mostOfAll = 60_000
/** Reading more fine buckets takes longer than a person waits: coarse ones then. */
const mostFine = 100_000
/** Runs that are read with one query: from a cold disk several queries at once wait for less long than one. */
const mostAtOnce = 40
/** Of a run that is followed, steps before its last known one are read again: a validation arrives after its step. */
const overlap = 50

const runId = z
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1)
const step = z.number().int().min(-1).max(greatestStep)
const seriesName = z.string().max(300)

export const compareSeriesInput = z.object({
  runs: z.array(runId).min(1).max(mostIds),
  names: z.array(seriesName).min(1).max(20),
  /** Only points after this step: the range that is looked at. */
  after: step.default(-1),
  until: step.default(greatestStep),
})

export interface ComparedSeries {
  /** By name: how many steps a point of its lines stands for. */
  readonly widths: Readonly<Record<string, number>>
  readonly lines: readonly ComparedLine[]
  /** By run: its newest attempt. Another one may have superseded points that were read before. */
  readonly epochs: Readonly<Record<string, number>>
}

type CompareSeriesInput = z.input<typeof compareSeriesInput>

/** The series of several runs, each name as finely as a chart of that many lines can show. */
export async function compareSeries(input: CompareSeriesInput): Promise<ComparedSeries> {
  const { runs, names, after, until } = compareSeriesInput.parse(input)
  // An attempt that begins while points are read is noticed with the next look.
  const [epochs, outlines] = await Promise.all([readEpochs(runs), readOutlines(runs, names)])
  const unknown = runs.filter((run) => !outlines.runs.has(run))
  const all = [...outlines.series, ...(unknown.length > 0 ? await listSeriesSizes(unknown, names) : [])]
  const sizes = all.map((size) => ({ ...size, count: pointsShown(size, after, until) }))
  const widths = new Map(names.map((name) => [name, widthFor(sizes.filter((size) => size.name === name))]))
  const told = outlines.series.filter(({ name, width }) => width <= (widths.get(name) ?? 0))
  const isTold = new Set(told)
  const untold = outlines.series.filter((outline) => !isTold.has(outline))
  const asked = [...widths].map(([name, width]) => {
    const own = [...unknown, ...untold.flatMap((outline) => (outline.name === name ? [outline.run] : []))]
    return { name, width, runs: own.map((run) => ({ run, after })) }
  })
  const outlined = told.map((outline) =>
    thinned(outline, { after, until, width: widths.get(outline.name) ?? outline.width }),
  )
  const lines = [...outlined.filter(({ steps }) => steps.length > 0), ...(await readLines(asked, until))]
  return { widths: Object.fromEntries(widths), epochs, lines: lines.sort(byNameAndRun) }
}

const byNameAndRun = (a: ComparedLine, b: ComparedLine): number =>
  a.name === b.name ? a.run - b.run : a.name < b.name ? -1 : 1

interface LineRange {
  readonly after: number
  readonly until: number
  readonly width: number
}

/** As if read from points: the stretch that the range begins in is given whole. */
const thinned = ({ run, name, ...points }: SeriesOutline, { after, until, width }: LineRange): ComparedLine => {
  const { steps, values } = pointsBetween(wholeFrom(after, width), until, points)
  return { run, name, ...lastOfEach(width, { steps, values }) }
}

export const followComparedInput = z.object({
  /** Runs that still go on, each with the last step that is known of it; short, for it stands in an address. */
  runs: z
    .array(z.tuple([runId, step]))
    .min(1)
    .max(mostIds),
  widths: z.record(seriesName, pointWidth).refine((widths) => Object.keys(widths).length <= 20),
})

/** What is new of the runs' series, at the widths that a page has them. */
export async function followCompared({
  runs,
  widths,
}: z.infer<typeof followComparedInput>): Promise<Pick<ComparedSeries, 'lines' | 'epochs'>> {
  const behind = runs.map(([run, last]) => ({ run, after: Math.max(-1, last - overlap) }))
  const epochs = await readEpochs(runs.map(([run]) => run))
  const asked = Object.entries(widths).map(([name, width]) => ({ name, width, runs: behind }))
  return { epochs, lines: await readLines(asked, greatestStep) }
}

interface AskedLines {
  readonly name: string
  readonly width: number
  readonly runs: readonly { readonly run: number; readonly after: number }[]
}

/** Names of the same width and of the same runs are read together; many runs in parts, at the same time. */
async function readLines(asked: readonly AskedLines[], until: number): Promise<ComparedLine[]> {
  const groups = new Map<string, Omit<AskedLines, 'name'> & { readonly names: string[] }>()
  for (const { name, width, runs } of asked) {
    if (runs.length === 0) continue
    const key = `${width} ${runs.map(({ run }) => run)}`
    const group = groups.get(key) ?? { width, runs, names: [] }
    group.names.push(name)
    groups.set(key, group)
  }
  const parts = [...groups.values()].flatMap((group) =>
    inParts(group.runs, mostAtOnce).map((own) => readComparedSeries({ ...group, runs: own, until })),
  )
  return (await Promise.all(parts)).flat()
}

/** 1, or the power-of-two multiple of a kept width with which the longest line is short enough. */
export function widthFor(sizes: readonly Pick<SeriesSize, 'count'>[]): number {
  const longest = Math.max(0, ...sizes.map(({ count }) => count))
  const total = sizes.reduce((sum, { count }) => sum + count, 0)
  if (longest <= mostOfLine && total <= mostOfAll) return 1
  const least = total / bucketWidths.fine > mostFine ? bucketWidths.coarse : bucketWidths.fine
  const tooMany = Math.max(longest / mostOfLine, total / mostOfAll)
  return least * 2 ** Math.max(0, Math.ceil(Math.log2(tooMany / least)))
}
