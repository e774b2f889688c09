import type { MeasuredRow } from './board-row'

type Measured = MeasuredRow['measured'][number]

/** The newest evaluation on each suite, by the suite's name. */
export function newestBySuite(rows: readonly Pick<MeasuredRow, 'measured'>[]): ReadonlyMap<string, Measured> {
  const newest = new Map<string, Measured>()
  for (const measured of rows.flatMap((row) => row.measured)) {
    const before = newest.get(measured.suite)
    if (before === undefined || before.id < measured.id) newest.set(measured.suite, measured)
  }
  return newest
}

/** Suites on which the row was measured with another environment, checker or suite version than the newest one. */
export const differsOn = (
  { measured }: Pick<MeasuredRow, 'measured'>,
  newest: ReadonlyMap<string, Measured>,
): string[] =>
  measured
    .filter(({ suite, evaluationHash, suiteHash }) => {
      const other = newest.get(suite)
      return other !== undefined && (evaluationHash !== other.evaluationHash || suiteHash !== other.suiteHash)
    })
    .map(({ suite }) => suite)
