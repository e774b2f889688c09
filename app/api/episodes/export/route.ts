import { readEpisodesView } from '@/components/episodes/episodes-view-state'
import { episodeFields } from '@/server/core/filter/episode-fields'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { exportEpisodes, exportFormat } from '@/server/services/episodes/export-episodes'

export const dynamic = 'force-dynamic'

/** Every episode of a list, one JSON line each, as it is read. The address is the list's, with `format`. */
export function GET(request: Request): Response {
  const query = new URL(request.url).searchParams
  const format = exportFormat.safeParse(query.get('format') ?? 'jsonl')
  if (!format.success) return new Response('format is one of jsonl, openai, atif\n', { status: 400 })
  const { filter, sort, reverse } = readEpisodesView(Object.fromEntries(query))
  const { problem } = parseFilter(filter, episodeFields)
  if (problem) return new Response(`${problem.message}\n`, { status: 400 })
  return new Response(streamOf(exportEpisodes({ filter, sort, reverse }, format.data)), {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="episodes.${format.data}.jsonl"`,
      'Cache-Control': 'no-store',
    },
  })
}

/** Asks for a line when the reader has room, and for none when it has gone. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(`${value}\n`))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}
