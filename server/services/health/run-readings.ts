import { counterReadings } from '@/server/core/health/counter-readings'
import { type HealthInput, healthInputs, inputOfMetric } from '@/server/core/health/health-input'
import type { Reading, Readings } from '@/server/core/health/health-rule'
import { type InputPoint, mergeReadings } from '@/server/core/health/merge-readings'
import { describeMetric } from '@/server/core/metrics/describe-metric'
import { readPoints, type SeriesPlace, type StoredPoint, seriesOfRun } from '@/server/db/health-points'
import { countableStep, countSteps, readCounters } from '@/server/db/step-counters'
import type { Sql } from '@/server/db/transaction'

/** Most points of a series that are read at once. */
const mostPoints = 20_000
/** So far the rules look back, with room for several points a step. */
const lookBack = 150

const inputs = new Map<string, ReturnType<typeof inputOfMetric>>()

function inputOf(name: string): ReturnType<typeof inputOfMetric> {
  const known = inputs.get(name)
  if (known !== undefined) return known
  // names come from outside: what is remembered has an end
  if (inputs.size > 20_000) inputs.clear()
  const input = inputOfMetric(describeMetric(name))
  inputs.set(name, input)
  return input
}

export interface NewReadings {
  readonly readings: Readings
  /** They are complete up to this step. */
  readonly until: number
}

interface ReadRange {
  readonly runId: number
  readonly after: number
  readonly until: number
  /** Whether episodes of it are recorded here. */
  readonly countEpisodes: boolean
}

/** What is new for the rules after a step, with as much before as they look back on; bounded, however long the run. */
export async function runReadings(sql: Sql, { runId, after, until, countEpisodes }: ReadRange): Promise<NewReadings> {
  const series = (await seriesOfRun(sql, runId)).filter(({ name }) => inputOf(name) !== null)
  const points = await readPoints(sql, series, { after, until, most: mostPoints, before: lookBack })
  const countable = countEpisodes ? await countableStep(sql, runId, after) : null
  const end = Math.min(until, wholeUntil(points, after), countable ?? until)
  const merged = mergeReadings(
    inputPoints(
      series,
      points.filter(({ step }) => step <= end),
    ),
  )
  if (!countEpisodes) return { readings: merged, until: end }
  await countSteps(sql, runId, after, end)
  const counters = await readCounters(sql, { runId, after, until: end, before: lookBack })
  const measured = new Set(series.map(({ name }) => inputOf(name)?.input))
  const readings: Record<HealthInput, readonly Reading[]> = { ...merged }
  // what a trainer says itself goes before what its episodes say
  for (const input of healthInputs) if (!measured.has(input)) readings[input] = counterReadings(input, counters)
  return { readings, until: end }
}

/** The step up to which no series has more points than were read. */
function wholeUntil(points: readonly StoredPoint[], after: number): number {
  const read = new Map<number, { count: number; last: number }>()
  for (const { series, step } of points) {
    if (step <= after) continue
    const known = read.get(series) ?? { count: 0, last: 0 }
    known.count++
    known.last = Math.max(known.last, step)
    read.set(series, known)
  }
  const cut = [...read.values()].filter(({ count }) => count >= mostPoints)
  // the last step may have more points than were read of it
  return Math.min(...cut.map(({ last }) => Math.max(last - 1, after + 1)))
}

function inputPoints(series: readonly SeriesPlace[], points: readonly StoredPoint[]): InputPoint[] {
  const places = new Map(series.map((place) => [place.id, place]))
  return points.flatMap(({ series: id, step, at, value }) => {
    const place = places.get(id)
    const input = place && inputOf(place.name)
    if (!place || !input) return []
    return [{ input: input.input, name: place.name, epoch: place.epoch, step, at, value: input.value(value) }]
  })
}
