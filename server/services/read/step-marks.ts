import { z } from 'zod'
import { mostIds } from '@/server/core/groups/id-list'
import { countRunEpisodes, readRunTimes } from '@/server/db/step-marks'

/** Marks of all runs together: between them a line is straight. */
const mostMarks = 20_000
const leastOfRun = 50

export const stepMarksInput = z.object({
  runs: z
    .array(
      z
        .number()
        .int()
        .min(1)
        .max(2 ** 31 - 1),
    )
    .min(1)
    .max(mostIds),
  /** Counting episodes takes longer than looking up times. */
  across: z.enum(['time', 'episodes']),
})

/** Where training steps of a run lie on another axis. */
export interface RunMarks {
  readonly run: number
  readonly steps: readonly number[]
  /** Seconds since the run's start, or training episodes up to and with the step; never falls. */
  readonly places: readonly number[]
}

/** By run, where its steps lie in time or in training episodes; runs of which nothing is known are left out. */
export async function stepMarks({ runs, across }: z.infer<typeof stepMarksInput>): Promise<RunMarks[]> {
  const most = Math.max(leastOfRun, Math.floor(mostMarks / runs.length))
  const marks = across === 'time' ? await timesOf(runs) : await episodesOf(runs)
  return marks.map(({ run, steps, places }) => ({ run, steps: thinned(steps, most), places: thinned(places, most) }))
}

async function timesOf(runs: readonly number[]): Promise<RunMarks[]> {
  const known = await readRunTimes(runs)
  return known.map(({ run, startedAt, steps, times }) => {
    let latest = 0
    const places = times.map((at) => {
      latest = Math.max(latest, (at - startedAt) / 1000)
      return latest
    })
    return { run, steps, places }
  })
}

async function episodesOf(runs: readonly number[]): Promise<RunMarks[]> {
  const known = await countRunEpisodes(runs)
  return known.map(({ run, steps, counts }) => {
    let sum = 0
    const places = counts.map((count) => {
      sum += count
      return sum
    })
    // before the first step nothing was played
    return { run, steps: [(steps[0] ?? 1) - 1, ...steps], places: [0, ...places] }
  })
}

/** Evenly thinned; the first and the last stay. */
function thinned(values: readonly number[], most: number): readonly number[] {
  const every = Math.ceil(values.length / most)
  return values.filter((_, index) => index % every === 0 || index === values.length - 1)
}
