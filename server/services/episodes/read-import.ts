import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { parquetReadObjects } from 'hyparquet'
import { AppError } from '@/server/app-error'
import { checkStorable } from '@/server/core/interchange/check-storable'
import { InterchangeError } from '@/server/core/interchange/interchange-error'
import { storableTexts } from '@/server/core/storable-text'
import { type ImportFormat, importFormats } from './import-formats'
import type { ImportedEpisode } from './imported-episode'

/** A line (or row) that could not be read, counted from 1. */
export interface ImportProblem {
  readonly line: number
  readonly message: string
}

export interface ReadLine {
  readonly line: number
  readonly episode: ImportedEpisode
}

export interface ReadImport {
  readonly lines: readonly ReadLine[]
  readonly problems: readonly ImportProblem[]
}

const nowhere = { id: '', suite: '', task: '' }

/** Reads a whole file; what is wrong with a line is told with its number. Throws BAD_INPUT for a file that is none. */
export async function readImport(bytes: Uint8Array, format: ImportFormat): Promise<ReadImport> {
  const values = isParquet(bytes) ? await parquetRows(bytes) : jsonValues(new TextDecoder().decode(bytes))
  const lines: ReadLine[] = []
  const problems: ImportProblem[] = []
  for (const { line, read } of values) {
    try {
      const episode = importFormats[format].read(storableTexts(read()))
      checkStorable(episode.record(nowhere))
      lines.push({ line, episode })
    } catch (error) {
      problems.push({ line, message: problemText(error) })
    }
  }
  if (lines.length === 0 && problems.length === 0) throw new AppError('BAD_INPUT', 'The file is empty.', 'file')
  return { lines, problems }
}

/** Throws what is no fault of the line. */
function problemText(error: unknown): string {
  if (error instanceof InterchangeError || error instanceof SyntaxError) return error.message
  if (error instanceof RangeError) return 'it is nested too deeply'
  throw error
}

/** A value that is parsed when it is asked for, so that its fault belongs to its line. */
interface LazyValue {
  readonly line: number
  readonly read: () => unknown
}

/** JSON Lines, or one JSON document (a list of documents is a line each). */
function jsonValues(text: string): LazyValue[] {
  const whole = wholeDocument(text)
  if (whole !== null) return whole.map((value, index) => ({ line: index + 1, read: () => value }))
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    return [{ line: index + 1, read: () => JSON.parse(line) as unknown }]
  })
}

/** Null: the text has a document a line. A list of chat messages is one document. */
function wholeDocument(text: string): unknown[] | null {
  const [first = '', second] = text.trim().split('\n', 2)
  if (second !== undefined && isJson(first)) return null
  try {
    const value: unknown = JSON.parse(text)
    const isChat = Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null && 'role' in value[0]
    return Array.isArray(value) && !isChat ? value : [value]
  } catch {
    return null
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const parquetMark = 'PAR1'
const isParquet = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes.subarray(0, 4)) === parquetMark

async function parquetRows(bytes: Uint8Array): Promise<LazyValue[]> {
  const file = new Uint8Array(bytes).buffer
  try {
    const rows = await parquetReadObjects({ file, compressors })
    return rows.map((row, index) => ({ line: index + 1, read: () => row }))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('BAD_INPUT', `The Parquet file cannot be read: ${reason}.`, 'file')
  }
}

/** Snappy is the reader's own; pandas and Arrow write it unless they are told otherwise. */
const compressors = {
  GZIP: (input: Uint8Array) => new Uint8Array(gunzipSync(input)),
  BROTLI: (input: Uint8Array) => new Uint8Array(brotliDecompressSync(input)),
}
