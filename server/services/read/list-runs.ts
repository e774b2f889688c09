import { AppError } from '@/server/app-error'
import type { FilterProblem } from '@/server/core/filter/filter-problem'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { runFields } from '@/server/core/filter/run-fields'
import type { RunSort } from '@/server/core/runs/run-sorts'
import { countRuns, countRunsByStatus, listRunRows, type RunListRow } from '@/server/db/run-list'
import { hasLiveWorker } from '@/server/db/workers'
import { type PageCursor, readCursor, writeCursor } from './page-cursor'
import { type RunListInput, textSorts } from './run-list-input'

export interface RunPage {
  readonly runs: readonly RunListRow[]
  /** Cursor of the next page; null when this is the last. */
  readonly next: string | null
  /** How many runs the filter finds. */
  readonly total: number
  /** What is wrong with the filter; then no run is found. */
  readonly problem: FilterProblem | null
  readonly counts: Readonly<Record<string, number>>
  /** False: queued runs wait until somebody starts a worker. */
  readonly hasWorker: boolean
  /** The server’s clock: browsers’ clocks differ, and a heartbeat’s age must not. */
  readonly asOf: Date
}

/** One page of the runs table, with how many runs each status has. */
export async function listRuns(input: RunListInput, now = new Date()): Promise<RunPage> {
  const [found, counts, hasWorker] = await Promise.all([findRuns(input, now), countRunsByStatus(), hasLiveWorker()])
  return { ...found, counts, hasWorker, asOf: now }
}

async function findRuns(input: RunListInput, now: Date): Promise<Omit<RunPage, 'counts' | 'hasWorker' | 'asOf'>> {
  const { node: filter, problem } = parseFilter(input.filter, runFields)
  if (problem) return { runs: [], next: null, total: 0, problem }
  const after = input.after ? cursorFor(input.sort, input.after) : null
  const [rows, total] = await Promise.all([
    listRunRows({ filter, sort: input.sort, reverse: input.reverse, after, limit: input.limit + 1, now }),
    countRuns(filter, now),
  ])
  const runs = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? runs.at(-1) : undefined
  return { runs, next: last ? writeCursor([last.sortValue, String(last.id)]) : null, total, problem: null }
}

const greatestId = 2 ** 31 - 1

/** A cursor of another sort, as after a changed address, is refused at its field instead of failing in the database. */
function cursorFor(sort: RunSort, text: string): PageCursor {
  const cursor = readCursor(text)
  const [value, id] = cursor
  const isNumber = value.trim() !== '' && !Number.isNaN(Number(value))
  if (Number(id) <= greatestId && (textSorts.includes(sort) || isNumber)) return cursor
  throw new AppError('BAD_INPUT', 'This link belongs to another order; open the first page instead.', 'after')
}
