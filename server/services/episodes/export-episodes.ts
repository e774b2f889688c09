import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { type EpisodeListQuery, listEpisodeRows } from '@/server/db/episode-list'
import { findStoredEpisodes } from '@/server/db/episode-records'
import { episodeListInput } from '@/server/services/read/episode-list-input'
import { episodeSet } from '@/server/services/read/episode-set'
import { type ExportFormat, exportFormats, exportLine } from './export-line'
import { storedEpisode } from './verify-episode'

export const exportFormat = z.enum(exportFormats)
export const exportInput = episodeListInput.omit({ after: true, limit: true })
export type ExportInput = z.infer<typeof exportInput>

/** Rows found at once; their bodies are read a few at a time, so that a large filter needs no large memory. */
const pageSize = 200
const bodiesAtOnce = 16

/** One episode as a line. Throws NOT_FOUND. */
export const exportEpisode = async (id: string, format: ExportFormat): Promise<string> =>
  exportLine(await storedEpisode(id), format)

/** Every episode that the filter matches, a line each, in the list's order, read as they are asked for.
 * Throws BAD_INPUT for a filter with a mistake. */
export async function* exportEpisodes({ reverse, ...list }: ExportInput, format: ExportFormat): AsyncGenerator<string> {
  const { set, problem } = await episodeSet(list, new Date())
  if (problem) throw new AppError('BAD_INPUT', problem.message, 'filter')
  for (let after: EpisodeListQuery['after'] = null; ; ) {
    const rows = await listEpisodeRows({ ...set, reverse, after, limit: pageSize })
    for (let start = 0; start < rows.length; start += bodiesAtOnce) {
      const ids = rows.slice(start, start + bodiesAtOnce).map(({ id }) => BigInt(id))
      for (const stored of await findStoredEpisodes(ids)) yield exportLine(stored, format)
    }
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = [last.sortValue, last.id]
  }
}
