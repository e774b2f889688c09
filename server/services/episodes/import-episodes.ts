import { AppError } from '@/server/app-error'
import { countOf } from '@/server/core/count-of'
import { findTaskIds } from '@/server/db/import-tasks'
import { type ImportedTask, writeImport } from '@/server/db/import-writes'
import { importedSuite } from '@/server/db/suites'
import { sha256 } from '@/server/hashes/content-hash'
import { packEpisodes } from '@/server/recording/pack-events'
import type { ImportFormat } from './import-formats'
import { type ImportPlace, mostName } from './imported-episode'
import { type ImportProblem, type ReadLine, readImport } from './read-import'

export interface ImportRequest {
  readonly bytes: Uint8Array
  readonly format: ImportFormat
  /** The file's name, for the run's. */
  readonly file: string
  readonly name?: string | undefined
  /** What happens when a line is bad: the rest goes in, or nothing does. */
  readonly onProblem: 'keep-rest' | 'keep-nothing'
}

export interface Imported {
  /** The run of kind `import` that has the episodes; null: nothing was stored. */
  readonly run: number | null
  readonly episodes: number
  readonly problems: readonly ImportProblem[]
}

/** Stores the trajectories of a file as a run of their own. Throws BAD_INPUT for a file that is none of the format. */
export async function importEpisodes(request: ImportRequest, actor = 'local'): Promise<Imported> {
  const { lines, problems } = await readImport(request.bytes, request.format)
  if (lines.length === 0 || (problems.length > 0 && request.onProblem === 'keep-nothing'))
    return { run: null, episodes: 0, problems }
  const known = await findTaskIds(
    lines.flatMap(({ episode: { suite, task } }) => (suite && task ? [{ suite, task }] : [])),
  )
  const names = uniqueNames(lines)
  const placed = lines.map((line, index) => ({ ...line, place: { id: names[index] ?? '', ...taskOf(line, known) } }))
  const records = placed.map(({ episode, place }) => ({
    ...episode.record(place),
    origin: 'import' as const,
    invalid: episode.invalid,
    policy: null,
  }))
  const run = await writeImport({
    audit: { actor, detail: { format: request.format, file: request.file, episodes: records.length } },
    name: request.name?.trim() || `Import of ${request.file}`,
    reason: `${countOf(records.length, 'episode')} imported from ${request.file}${problems.length > 0 ? `, ${countOf(problems.length, 'bad line')} left out` : ''}.`,
    source: { kind: 'import', format: request.format, file: request.file, episodes: records.length },
    packed: await packEpisodes(records),
    tasks: ownTasks(placed),
    known,
  })
  return { run, episodes: records.length, problems }
}

interface PlacedLine extends ReadLine {
  readonly place: ImportPlace
}

/** A stored task where the source names one; else a task of imports, the same for the same opening. */
function taskOf({ episode: { suite, task, system, opening } }: ReadLine, known: Map<string, Map<string, number>>) {
  if (suite && task && known.get(suite)?.has(task)) return { suite, task }
  const own = task?.trim().slice(0, mostName) || `prompt-${sha256(`${system ?? ''}\n${opening}`).slice(0, 12)}`
  return { suite: importedSuite, task: own }
}

/** Names stay where each is there once; else, and where there are none, lines are named by their numbers. */
function uniqueNames(lines: readonly ReadLine[]): string[] {
  const own = lines.map(({ episode }) => episode.id)
  const isUnique = new Set(own).size === own.length && !own.includes(null)
  return lines.map(({ line, episode: { id } }) => (isUnique && id !== null ? id : `line-${line}`))
}

function ownTasks(lines: readonly PlacedLine[]): ImportedTask[] {
  const tasks = new Map<string, ImportedTask>()
  for (const { place, episode } of lines) {
    if (place.suite !== importedSuite || tasks.has(place.task)) continue
    tasks.set(place.task, { key: place.task, opening: episode.opening, turnCount: episode.turnCount })
  }
  return [...tasks.values()]
}

/** Throws BAD_INPUT when the file is larger than a page may send. */
export function checkSize(bytes: number, most: number): void {
  if (bytes <= most) return
  const megabytes = Math.round(most / 1024 / 1024)
  throw new AppError(
    'BAD_INPUT',
    `The file is larger than ${megabytes} MB; import it with the command instead.`,
    'file',
  )
}
