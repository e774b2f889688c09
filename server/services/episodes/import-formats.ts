import { readOwnLine } from '@/server/core/interchange/own-line'
import { readAtif } from '@/server/core/interchange/read-atif'
import { readOpenAi } from '@/server/core/interchange/read-openai'
import { readTrl } from '@/server/core/interchange/read-trl'
import { readVerl } from '@/server/core/interchange/read-verl'
import { type ImportedEpisode, ownEpisode, transcriptEpisode } from './imported-episode'

/** What can be imported, and how one line or row of it is read; each throws `InterchangeError`. */
export const importFormats = {
  jsonl: { title: 'Envtune (JSON Lines)', read: (value: unknown) => ownEpisode(readOwnLine(value)) },
  openai: { title: 'OpenAI messages (JSON Lines)', read: (value: unknown) => transcriptEpisode(readOpenAi(value)) },
  verl: { title: 'verl rollout dump (JSON Lines)', read: (value: unknown) => transcriptEpisode(readVerl(value)) },
  trl: { title: 'TRL completions (Parquet)', read: (value: unknown) => transcriptEpisode(readTrl(value)) },
  atif: { title: 'ATIF (JSON or JSON Lines)', read: (value: unknown) => transcriptEpisode(readAtif(value)) },
} as const satisfies Record<string, { title: string; read: (value: unknown) => ImportedEpisode }>

export type ImportFormat = keyof typeof importFormats
export const importFormatNames = Object.keys(importFormats) as [ImportFormat, ...ImportFormat[]]
