import { outlineWidth } from '@/server/core/metrics/series-outline'
import { listSeriesSizes, readComparedSeries, type SeriesSize } from '@/server/db/compare-series'
import { type SeriesOutline, takeRunToOutline, writeOutlines } from '@/server/db/series-outlines'
import { inTransaction } from '@/server/db/transaction'
import { greatestStep } from '../read/run-series'

/**
 * Writes the outlines of one run that has ended, so that a comparison of many runs need not gather their points from
 * all over the disk. Nothing of the run changes meanwhile: its row is locked.
 * @returns false: every run that has ended has its outlines
 */
export async function outlineRun(): Promise<boolean> {
  return inTransaction(async (sql) => {
    const run = await takeRunToOutline(sql)
    if (run === null) return false
    await writeOutlines(sql, run, await outlinesOf(run))
    return true
  })
}

async function outlinesOf(run: number): Promise<SeriesOutline[]> {
  const byWidth = new Map<number, Map<string, SeriesSize>>()
  for (const size of await listSeriesSizes([run], null)) {
    const width = outlineWidth(size.name, size.lastStep)
    const own = byWidth.get(width) ?? new Map<string, SeriesSize>()
    byWidth.set(width, own.set(size.name, size))
  }
  const outlines: SeriesOutline[] = []
  for (const [width, sizes] of byWidth) {
    const range = { runs: [{ run, after: -1 }], names: [...sizes.keys()], until: greatestStep, width }
    for (const line of await readComparedSeries(range)) {
      const size = sizes.get(line.name)
      if (size) outlines.push({ ...size, ...line, width })
    }
  }
  return outlines
}
