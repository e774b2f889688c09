/** Whose failing calls a page counts: one run's, those of a group of runs, or (neither) all. */
export interface HintsScope {
  readonly run: number | null
  readonly group: string | null
}

type Query = Readonly<Record<string, string | string[] | undefined>>

/** Reads the scope from an address; what is not understood counts all runs. */
export function readScope(query: Query): HintsScope {
  const number = Number(query.run)
  const run = Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : null
  const group = typeof query.group === 'string' && query.group !== '' ? query.group.slice(0, 300) : null
  return run === null ? { run, group } : { run, group: null }
}

/** An address of the hints' pages that keeps the scope. */
export function hintsHref(
  path: string,
  { run, group }: HintsScope,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams(more)
  if (run !== null) query.set('run', String(run))
  else if (group !== null) query.set('group', group)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
