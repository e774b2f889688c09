/** The leaderboard as its URL says it: `?q=kind+%3D+endpoint&suite=starter&suite=starter-ood&line=3`. */
export interface BoardViewState {
  /** In the filter language. */
  readonly filter: string
  /** Suites that are shown; none: all. */
  readonly suites: readonly string[]
  /** Number of the run whose checkpoints are drawn. */
  readonly line: number | null
}

type Query = Readonly<Record<string, string | string[] | undefined>>
const all = (value: string | string[] | undefined): readonly string[] =>
  value === undefined ? [] : [value].flat().filter((text) => text !== '')

/** Letters that a filter may have; the interface takes no more. */
const longest = 2000

/** Reads the URL; what it does not understand it leaves out. */
export function readBoardView(query: Query): BoardViewState {
  const line = Number(all(query.line)[0])
  return {
    filter: (all(query.q)[0] ?? '').slice(0, longest),
    suites: [...new Set(all(query.suite))],
    line: Number.isSafeInteger(line) && line > 0 ? line : null,
  }
}

export function boardViewHref({ filter, suites, line }: BoardViewState): string {
  const query = new URLSearchParams()
  if (filter) query.set('q', filter)
  for (const suite of suites) query.append('suite', suite)
  if (line !== null) query.set('line', String(line))
  const text = query.toString()
  return text ? `/leaderboard?${text}` : '/leaderboard'
}

export const showsSuite = ({ suites }: Pick<BoardViewState, 'suites'>, suite: string): boolean =>
  suites.length === 0 || suites.includes(suite)

interface ShownRows {
  /** Numbers of the runs. */
  readonly runs: readonly number[]
  readonly published: boolean
}

/**
 * A filter that finds what is shown now also when more has been measured: runs by their numbers. Null: it finds that
 * already, nothing is shown, or it would be too long.
 */
export function keptFilter(filter: string, { runs, published }: ShownRows): string | null {
  const ids = `id = ${[...new Set(runs)].sort((a, b) => a - b).join(', ')}`
  if (filter.startsWith(ids)) return null
  const papers = filter ? `kind = published and (${filter})` : 'kind = published'
  const kept = [...(runs.length > 0 ? [ids] : []), ...(published ? [papers] : [])].join(' or ')
  return kept === '' || kept.length > longest ? null : kept
}
