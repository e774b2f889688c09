import { atifDocument } from '@/server/core/interchange/atif'
import { openAiLine } from '@/server/core/interchange/openai-messages'
import { ownLine } from '@/server/core/interchange/own-line'
import { recordTranscript } from '@/server/core/interchange/record-transcript'
import type { StoredEpisode } from '@/server/db/episode-records'

export const exportFormats = ['jsonl', 'openai', 'atif'] as const
export type ExportFormat = (typeof exportFormats)[number]

const agentVersion = '1'

/** A stored episode as one line of JSON. */
export function exportLine({ id, runId, origin, invalid, record }: StoredEpisode, format: ExportFormat): string {
  if (format === 'jsonl') return JSON.stringify(ownLine(record, { episode: String(id), run: runId, origin, invalid }))
  const transcript = recordTranscript(record)
  const named = { ...transcript, meta: { ...transcript.meta, id: `run-${runId}-episode-${id}` } }
  if (format === 'openai') return JSON.stringify(openAiLine(named))
  return JSON.stringify(atifDocument(named, { name: 'envtune', version: agentVersion, model: null }))
}
